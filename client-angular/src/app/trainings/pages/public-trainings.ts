import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { PublicTraining, RegistrationClient } from '@api';
import { Formats } from '@core/formats';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiListPage, UiRowActions, listState } from '@ui';

/** Open trainings for people from outside. */
@Component({
  selector: 'app-public-trainings',
  imports: [MatButtonModule, RouterLink, TranslocoPipe, UiListPage, UiRowActions],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ui-list-page
      [list]="list"
      [title]="'participants.register.title' | transloco"
      [intro]="'participants.register.intro' | transloco"
      [emptyTitle]="'participants.register.empty' | transloco"
      [emptyText]="'participants.register.emptyHelp' | transloco"
    >
      <ng-template uiRowActions let-row>
        <a matButton="outlined" [routerLink]="['/register', row.id]">{{
          (row.canRegister ? 'participants.register.open' : 'participants.register.look') | transloco
        }}</a>
      </ng-template>
    </ui-list-page>
  `,
})
export class PublicTrainings {
  private readonly api = inject(RegistrationClient);
  private readonly formats = inject(Formats);

  protected readonly list = listState<PublicTraining>({
    name: 'public-trainings',
    id: (row) => row.id,
    link: (row) => ['/register', row.id],
    columns: [
      {
        key: 'title',
        label: 'trainings.column.title',
        main: true,
        value: (row) => (row.batch ? `${row.title} (${row.batch})` : row.title),
      },
      {
        key: 'dates',
        label: 'trainings.column.dates',
        value: (row) => this.formats.dateRange(row.start, row.end),
      },
      { key: 'place', label: 'trainings.column.place', value: (row) => row.city ?? row.venue },
      { key: 'jp', label: 'trainings.column.jp', align: 'end', value: (row) => this.formats.jp(row.jp) },
      {
        key: 'seats',
        label: 'participants.register.seats',
        align: 'end',
        value: (row) => this.formats.number(row.seatsLeft),
      },
      {
        key: 'until',
        label: 'participants.register.until',
        value: (row) => this.formats.date(row.registrationUntil),
      },
    ],
    filters: [{ key: 'q', label: 'participants.catalogue.search', kind: 'search' }],
    load: ({ page, size, filters }) => this.api.listPublicTrainings(filters['q'], page, size),
  });
}
