import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { DictionariesClient, DictionaryRow, DictionaryState as State } from '@api';
import { Formats } from '@core/formats';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiCell, UiIcon, UiListPage, listState } from '@ui';
import { tap } from 'rxjs';
import { DictionaryState } from '../parts/dictionary-state';
import { DICTIONARY_STATES } from '../words';

/** The dictionaries and their versions. */
@Component({
  selector: 'app-dictionary-list',
  imports: [MatButtonModule, RouterLink, TranslocoPipe, DictionaryState, UiCell, UiIcon, UiListPage],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ui-list-page
      [list]="list"
      [title]="'competencies.list.title' | transloco"
      [intro]="'competencies.list.intro' | transloco"
      [emptyTitle]="'competencies.list.empty' | transloco"
      [emptyText]="(canImport() ? 'competencies.list.emptyHelp' : 'competencies.list.emptyWait') | transloco"
    >
      <ng-container uiActions>
        <a matButton="outlined" routerLink="/competencies">
          <ui-icon name="search" />{{ 'competencies.search.title' | transloco }}
        </a>
        @if (canImport()) {
          <a matButton="filled" routerLink="/dictionaries/import">{{ 'competencies.import.action' | transloco }}</a>
        }
      </ng-container>
      <ng-template uiCell="state" let-row><app-dictionary-state [state]="row.state" /></ng-template>
    </ui-list-page>
  `,
})
export class DictionaryList {
  private readonly api = inject(DictionariesClient);
  private readonly formats = inject(Formats);
  protected readonly canImport = signal(false);

  protected readonly list = listState<DictionaryRow>({
    name: 'dictionaries',
    id: (row) => `${row.code}/${row.number}`,
    link: (row) => ['/dictionaries', row.code, row.number],
    columns: [
      { key: 'title', label: 'competencies.column.title', main: true, value: (row) => row.title },
      { key: 'number', label: 'competencies.column.version', align: 'end', value: (row) => row.number },
      { key: 'state', label: 'competencies.column.state' },
      {
        key: 'competencies',
        label: 'competencies.column.competencies',
        align: 'end',
        value: (row) => row.competencies,
      },
      { key: 'decree', label: 'competencies.column.decree', value: (row) => row.decreeNumber },
      {
        key: 'published',
        label: 'competencies.column.published',
        value: (row) => row.publishedAt && this.formats.date(row.publishedAt),
      },
      { key: 'source', label: 'competencies.column.source', hidden: true, value: (row) => row.source },
      { key: 'drafter', label: 'competencies.column.drafter', hidden: true, value: (row) => row.draftedByName },
    ],
    filters: [
      {
        key: 'state',
        label: 'competencies.column.state',
        kind: 'choice',
        options: DICTIONARY_STATES.map((state) => ({ value: state, label: `competencies.state.${state}` })),
      },
    ],
    load: ({ page, size, filters }) =>
      this.api
        .listDictionaries(undefined, filters['state'] as State | undefined, page, size)
        .pipe(tap((answer) => this.canImport.set(answer.canImport))),
  });
}
