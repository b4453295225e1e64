import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { DeliveryScheme, MonitoringRow, TrainingState, TrainingsClient } from '@api';
import { Formats } from '@core/formats';
import { LanguageSwitch } from '@core/language';
import { live } from '@core/live';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { UiCell, UiListPage, UiState, fileAddress, listState, many } from '@ui';
import { TrainingStateLabel } from '../parts/training-state';
import { TrainingReference } from '../training-reference';
import { SCHEMES, option } from '../training-words';

/** Where each training between approval and closing stands, and what it waits for. */
@Component({
  selector: 'app-monitoring-board',
  imports: [TrainingStateLabel, TranslocoPipe, UiCell, UiListPage, UiState],
  providers: [TrainingReference],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ui-list-page
      [list]="list"
      [title]="'trainings.board.title' | transloco"
      [emptyTitle]="'trainings.board.empty' | transloco"
      [emptyText]="'trainings.board.emptyHelp' | transloco"
    >
      <ng-template uiCell="state" let-row><app-training-state [state]="row.state" /></ng-template>
      <ng-template uiCell="waits" let-row>
        @if (row.late) {
          <ui-state tone="bad">{{ 'trainings.board.late' | transloco }}</ui-state>
        }
        {{ waits(row) }}
      </ng-template>
      <ng-template uiCell="certificates" let-row>
        {{ row.state === 'completed' || row.state === 'closed' ? of(row.certificates, row.passed) : '–' }}
        @if (row.certificatesOutdated > 0) {
          <ui-state tone="warn">{{
            'trainings.board.outdated' | transloco: { count: row.certificatesOutdated }
          }}</ui-state>
        }
      </ng-template>
      <ng-template uiCell="budget" let-row>
        {{ budget(row) }}
        @if (row.budgetLate) {
          <ui-state tone="warn">{{ 'trainings.board.budgetLate' | transloco }}</ui-state>
        }
      </ng-template>
    </ui-list-page>
  `,
})
export class MonitoringBoard {
  private readonly api = inject(TrainingsClient);
  private readonly formats = inject(Formats);
  private readonly transloco = inject(TranslocoService);
  private readonly reference = inject(TrainingReference);
  private readonly language = inject(LanguageSwitch).current;

  protected readonly list = listState<MonitoringRow>({
    name: 'trainings-board',
    id: (row) => row.id,
    link: (row) => ['/trainings', row.id],
    sort: 'start',
    columns: [
      { key: 'title', label: 'trainings.column.title', sort: 'title', main: true, value: (row) => row.title },
      {
        key: 'dates',
        label: 'trainings.column.dates',
        sort: 'start',
        nowrap: true,
        value: (row) => this.formats.dateRange(row.start, row.end, 'medium'),
      },
      { key: 'state', label: 'trainings.column.state', sort: 'state' },
      { key: 'waits', label: 'trainings.board.waits' },
      {
        key: 'documents',
        label: 'trainings.board.documents',
        align: 'end',
        value: (row) => this.lacking(row.missingDocuments.length),
      },
      {
        key: 'seats',
        label: 'trainings.board.confirmed',
        sort: 'seats',
        align: 'end',
        value: (row) => this.of(row.confirmed, row.quota),
      },
      {
        key: 'pending',
        hidden: true,
        label: 'trainings.board.pending',
        align: 'end',
        value: (row) => this.formats.number(row.pending),
      },
      {
        key: 'reserve',
        hidden: true,
        label: 'trainings.board.reserve',
        align: 'end',
        value: (row) => this.formats.number(row.reserve),
      },
      {
        key: 'sessions',
        hidden: true,
        label: 'trainings.board.sessions',
        align: 'end',
        value: (row) => this.of(row.sessionsHeld, row.sessions),
      },
      {
        key: 'attendance',
        label: 'trainings.board.attendance',
        align: 'end',
        value: (row) =>
          row.attendancePercent === null || row.attendancePercent === undefined ? '–' : `${row.attendancePercent}%`,
      },
      {
        key: 'results',
        hidden: true,
        label: 'trainings.board.results',
        align: 'end',
        value: (row) => this.of(row.passed, row.failed),
      },
      { key: 'certificates', label: 'trainings.board.certificates', align: 'end' },
      { key: 'budget', label: 'trainings.board.budget', align: 'end', nowrap: false },
    ],
    filters: [
      { key: 'q', label: 'trainings.filter.q', kind: 'search' },
      {
        key: 'state',
        label: 'trainings.column.state',
        kind: 'choices',
        options: option('state', ['approved', 'open', 'running', 'completed', 'closed'] as const),
      },
      { key: 'scheme', label: 'trainings.filter.scheme', kind: 'choice', options: option('scheme', SCHEMES) },
      { key: 'group', label: 'trainings.column.group', kind: 'choice', options: this.reference.groups },
    ],
    export: (format, query) =>
      fileAddress('/api/v1/trainings/board/export', format, query, {
        names: { group: 'workingGroup' },
        several: ['state'],
      }),
    load: ({ page, size, sort, filters }) =>
      this.api.getMonitoringBoard(
        filters['q'],
        undefined,
        many(filters['state']) as TrainingState[],
        filters['scheme'] as DeliveryScheme | undefined,
        undefined,
        undefined,
        filters['group'],
        undefined,
        undefined,
        undefined,
        undefined,
        sort,
        page,
        size,
      ),
  });

  constructor() {
    live()
      .pipe(takeUntilDestroyed())
      .subscribe(() => {
        this.list.reload();
      });
  }

  /** Kept on one line: a count broken over two reads as two numbers. */
  protected of(part: number, whole: number): string {
    return `${this.formats.number(part)}\u00a0/\u00a0${this.formats.number(whole)}`;
  }

  protected waits(row: MonitoringRow): string {
    this.language();
    const step = row.next;
    if (!step) return '';
    const say = (key: string) => this.transloco.translate<string>(key);
    if (step.missingDocuments.length > 0)
      return step.missingDocuments.map((kind) => say(`trainings.kind.${kind}`)).join(', ');
    if (step.move === 'close' && row.certificatesOwed > 0) return say('trainings.board.issue');
    if (step.needsJp) return say('trainings.board.needsJp');
    return say(`trainings.move.${step.move}`);
  }

  private lacking(documents: number): string {
    this.language();
    return documents === 0 ? '–' : this.transloco.translate('trainings.board.lacking', { count: documents });
  }

  protected budget(row: MonitoringRow): string {
    if (row.budgetCeiling === null || row.budgetCeiling === undefined) return '–';
    const spent = row.budgetRealisation;
    return spent === null || spent === undefined
      ? this.formats.money(row.budgetCeiling)
      : `${this.formats.money(spent)} / ${this.formats.money(row.budgetCeiling)}`;
  }
}
