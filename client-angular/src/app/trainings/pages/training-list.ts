import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { Router, RouterLink } from '@angular/router';
import { DeliveryScheme, TrainingRow, TrainingState, TrainingsClient } from '@api';
import { Formats } from '@core/formats';
import { LanguageSwitch } from '@core/language';
import { Session } from '@core/session';
import { TranslocoPipe } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { UiCell, UiIcon, UiListPage, fileAddress, listState, many } from '@ui';
import { CopyYearDialog } from '../parts/copy-year-dialog';
import { TrainingStateLabel } from '../parts/training-state';
import { TrainingReference } from '../training-reference';
import { SCHEMES, STATES, option } from '../training-words';

@Component({
  selector: 'app-training-list',
  imports: [MatButtonModule, RouterLink, TrainingStateLabel, TranslocoPipe, UiCell, UiIcon, UiListPage],
  providers: [TrainingReference],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ui-list-page
      [list]="list"
      [title]="'trainings.list.title' | transloco"
      [emptyTitle]="'trainings.list.empty' | transloco"
      [emptyText]="(canPlan ? 'trainings.list.emptyHelp' : 'trainings.list.emptyReader') | transloco"
    >
      <ng-container uiActions>
        <a matButton routerLink="/catalogue/mine">{{ 'trainings.list.mine' | transloco }}</a>
        <a matButton routerLink="/calendar"><ui-icon name="calendar" /> {{ 'trainings.calendar.title' | transloco }}</a>
        @if (canRead) {
          <a matButton routerLink="/monitoring"><ui-icon name="monitor" /> {{ 'trainings.board.title' | transloco }}</a>
        }
        @if (canNominate) {
          <a matButton routerLink="/nominations">{{ 'trainings.list.nominate' | transloco }}</a>
        }
        @if (canApprove) {
          <a matButton routerLink="/trainings/approval"
            ><ui-icon name="clipboard-check" /> {{ 'trainings.desk.title' | transloco }}</a
          >
        }
        @if (canPlan) {
          <button matButton type="button" (click)="copyYear()">
            <ui-icon name="copy" /> {{ 'trainings.copyYear.open' | transloco }}
          </button>
          <a matButton="filled" routerLink="/trainings/new">{{ 'trainings.list.new' | transloco }}</a>
        }
      </ng-container>
      <ng-template uiCell="state" let-row><app-training-state [state]="row.state" /></ng-template>
    </ui-list-page>
  `,
})
export class TrainingList {
  private readonly api = inject(TrainingsClient);
  private readonly formats = inject(Formats);
  private readonly reference = inject(TrainingReference);
  private readonly language = inject(LanguageSwitch).current;
  private readonly router = inject(Router);
  private readonly dialog = inject(MatDialog);
  private readonly session = inject(Session);
  protected readonly canPlan = this.session.can('trainingsPlan');
  protected readonly canRead = this.session.can('trainingsRead');
  protected readonly canNominate = this.session.can('participantsNominate', 'participantsDecide', 'teamRead');
  protected readonly canApprove = this.session.can('trainingsApprove');

  protected readonly list = listState<TrainingRow>({
    name: 'trainings',
    id: (row) => row.id,
    link: (row) => ['/trainings', row.id],
    sort: '-start',
    columns: [
      { key: 'title', label: 'trainings.column.title', sort: 'title', main: true, value: (row) => this.titled(row) },
      { key: 'code', label: 'trainings.column.code', sort: 'code', value: (row) => row.activityCode, width: '9rem' },
      {
        key: 'dates',
        label: 'trainings.column.dates',
        sort: 'start',
        value: (row) => this.formats.dateRange(row.start, row.end),
      },
      { key: 'state', label: 'trainings.column.state', sort: 'state' },
      {
        key: 'seats',
        label: 'trainings.column.seats',
        sort: 'seats',
        align: 'end',
        value: (row) => `${this.formats.number(row.seatsTaken)} / ${this.formats.number(row.quota)}`,
      },
      { key: 'jp', label: 'trainings.column.jp', align: 'end', value: (row) => this.formats.jp(row.jp) },
      { key: 'form', label: 'trainings.column.form', value: (row) => row.formName[this.language()], hidden: true },
      {
        key: 'group',
        label: 'trainings.column.group',
        value: (row) => row.workingGroupName?.[this.language()],
        hidden: true,
      },
      { key: 'unit', label: 'trainings.column.unit', value: (row) => row.unitName, hidden: true },
      { key: 'place', label: 'trainings.column.place', value: (row) => row.city ?? row.venue, hidden: true },
    ],
    filters: [
      { key: 'q', label: 'trainings.filter.q', kind: 'search' },
      { key: 'state', label: 'trainings.column.state', kind: 'choices', options: option('state', STATES) },
      { key: 'year', label: 'trainings.filter.year', kind: 'choice', options: years() },
      { key: 'scheme', label: 'trainings.filter.scheme', kind: 'choice', options: option('scheme', SCHEMES) },
      { key: 'form', label: 'trainings.column.form', kind: 'choice', options: this.reference.forms },
      { key: 'group', label: 'trainings.column.group', kind: 'choice', options: this.reference.groups },
      {
        key: 'unitId',
        label: 'trainings.column.unit',
        kind: 'lookup',
        find: this.reference.findUnits,
        describe: this.reference.nameOfUnit,
      },
      { key: 'from', label: 'trainings.filter.from', kind: 'date' },
      { key: 'to', label: 'trainings.filter.to', kind: 'date' },
    ],
    load: ({ page, size, sort, filters }) =>
      this.api.listTrainings(
        filters['q'],
        filters['year'] ? Number(filters['year']) : undefined,
        many(filters['state']) as TrainingState[] | undefined,
        filters['scheme'] as DeliveryScheme | undefined,
        undefined,
        filters['form'],
        filters['group'],
        filters['unitId'],
        undefined,
        filters['from'],
        filters['to'],
        sort,
        page,
        size,
      ),
    export: this.canRead
      ? (format, query) =>
          fileAddress('/api/v1/trainings/export', format, query, {
            names: { group: 'workingGroup' },
            several: ['state'],
          })
      : undefined,
  });

  protected async copyYear(): Promise<void> {
    const year = await firstValueFrom(
      this.dialog.open<CopyYearDialog, undefined, number>(CopyYearDialog).afterClosed(),
    );
    if (year) void this.router.navigate([], { queryParams: { year } });
  }

  private titled(row: TrainingRow): string {
    return row.batch ? `${row.title} (${row.batch})` : row.title;
  }
}

function years(): { value: string; text: string }[] {
  const now = new Date().getFullYear();
  return [1, 0, -1, -2, -3].map((step) => ({ value: String(now + step), text: String(now + step) }));
}
