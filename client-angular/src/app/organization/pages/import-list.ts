import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { ImportKind, ImportState as State, ImportView, ImportsClient } from '@api';
import { Formats } from '@core/formats';
import { Session } from '@core/session';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { UiCell, UiListPage, fileAddress, listState } from '@ui';
import { ImportState } from '../parts/import-state';

const STATES: readonly State[] = [
  'reading',
  'checked',
  'applying',
  'applied',
  'stopped',
  'discarded',
  'failed',
] as State[];

@Component({
  imports: [MatButtonModule, RouterLink, TranslocoPipe, ImportState, UiCell, UiListPage],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ui-list-page
      [list]="list"
      [title]="'organization.imports.title' | transloco"
      [intro]="'organization.imports.intro' | transloco"
      [emptyTitle]="'organization.imports.empty' | transloco"
      [emptyText]="'organization.imports.emptyHelp' | transloco"
    >
      @if (mayImport) {
        <a uiActions matButton="filled" routerLink="/imports/new">{{ 'organization.imports.new' | transloco }}</a>
      }
      @if (mayImport) {
        <a uiEmptyActions matButton="outlined" routerLink="/imports/new">
          {{ 'organization.imports.new' | transloco }}
        </a>
      }
      <ng-template uiCell="state" let-row><app-import-state [state]="row.standing" /></ng-template>
    </ui-list-page>
  `,
})
export class ImportList {
  private readonly api = inject(ImportsClient);
  private readonly formats = inject(Formats);
  private readonly texts = inject(TranslocoService);
  protected readonly mayImport = inject(Session).can('employeesImport', 'jpImport');

  protected readonly list = listState<ImportView>({
    name: 'imports',
    id: (row) => row.id,
    link: (row) => ['/imports', row.id],
    columns: [
      { key: 'file', label: 'organization.import.file', main: true, value: (row) => row.fileName },
      {
        key: 'kind',
        label: 'organization.import.kind.label',
        value: (row) => this.texts.translate(`organization.import.kind.${row.kind}`),
      },
      { key: 'state', label: 'organization.import.state.label' },
      {
        key: 'total',
        label: 'organization.import.count.total',
        align: 'end',
        value: (row) => this.formats.number(row.counts.total),
      },
      {
        key: 'new',
        label: 'organization.import.count.new',
        align: 'end',
        value: (row) => this.formats.number(row.counts.new),
      },
      {
        key: 'changed',
        label: 'organization.import.count.changed',
        align: 'end',
        value: (row) => this.formats.number(row.counts.changed),
      },
      {
        key: 'wrong',
        label: 'organization.import.count.wrong',
        align: 'end',
        value: (row) => this.formats.number(row.counts.wrong + row.counts.doubtful),
      },
      { key: 'by', label: 'organization.import.by', value: (row) => row.requestedByName },
      {
        key: 'at',
        label: 'organization.import.at',
        nowrap: true,
        value: (row) => this.formats.dateTime(row.requestedAt, 'medium'),
      },
    ],
    filters: [
      {
        key: 'kind',
        label: 'organization.import.kind.label',
        kind: 'choice',
        options: ['units', 'employees', 'openingBalances'].map((value) => ({
          value,
          label: `organization.import.kind.${value}`,
        })),
      },
      {
        key: 'state',
        label: 'organization.import.state.label',
        kind: 'choice',
        options: STATES.map((value) => ({ value, label: `organization.import.state.${value}` })),
      },
    ],
    export: (format, query) => fileAddress('/api/v1/imports/export', format, query),
    load: ({ page, size, filters }) =>
      this.api.listImports(
        filters['kind'] as ImportKind | undefined,
        filters['state'] as State | undefined,
        page,
        size,
      ),
  });
}
