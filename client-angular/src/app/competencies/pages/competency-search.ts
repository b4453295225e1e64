import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { CompetencyHit, CompetencyKind, DictionariesClient } from '@api';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiCell, UiListPage, listState } from '@ui';
import { KINDS } from '../words';

/** Finds competencies by title, description and indicator in all published dictionaries. */
@Component({
  selector: 'app-competency-search',
  imports: [TranslocoPipe, UiCell, UiListPage],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ui-list-page
      [list]="list"
      [title]="'competencies.search.title' | transloco"
      [intro]="'competencies.search.intro' | transloco"
      [emptyTitle]="'competencies.search.empty' | transloco"
      [emptyText]="'competencies.search.emptyHelp' | transloco"
    >
      <ng-template uiCell="matches" let-row>
        <div class="matches">
          @for (match of row.matches; track match) {
            @if (match.level) {
              <p class="match">
                <span class="muted small">{{ 'competencies.level' | transloco: { level: match.level } }}</span>
                {{ match.text }}
              </p>
            }
          } @empty {
            <p class="match muted">{{ row.description }}</p>
          }
        </div>
      </ng-template>
    </ui-list-page>
  `,
  styles: `
    .matches {
      min-width: 0;
      text-align: start;
    }
    .match {
      display: -webkit-box;
      max-width: 44rem;
      margin: 0 0 var(--space-1);
      overflow: hidden;
      white-space: normal;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 2;
    }
  `,
})
export class CompetencySearch {
  private readonly api = inject(DictionariesClient);

  protected readonly list = listState<CompetencyHit>({
    name: 'competencies',
    id: (row) => `${row.dictionaryCode}/${row.code}`,
    link: (row) => ['/dictionaries', row.dictionaryCode, row.dictionaryNumber, row.code],
    columns: [
      { key: 'title', label: 'competencies.column.competency', main: true, value: (row) => row.title },
      { key: 'code', label: 'competencies.column.code', value: (row) => row.code },
      { key: 'matches', label: 'competencies.search.found', when: ({ filters }) => !!filters['q'] },
      { key: 'dictionary', label: 'competencies.column.title', value: (row) => row.dictionaryTitle },
    ],
    filters: [
      { key: 'q', label: 'competencies.search.text', kind: 'search' },
      {
        key: 'kind',
        label: 'competencies.column.kind',
        kind: 'choice',
        options: KINDS.map((kind) => ({ value: kind, label: `competencies.kind.${kind}` })),
      },
    ],
    load: ({ page, size, filters }) =>
      this.api.searchCompetencies(filters['q'], undefined, filters['kind'] as CompetencyKind | undefined, page, size),
  });
}
