import { ChangeDetectionStrategy, Component, inject, input, OnInit } from '@angular/core';
import { RouterLink } from '@angular/router';
import { NumberFate, NumberGapReport, NumberRangeLine, NumberSeriesClient } from '@api';
import { FORMAT_PIPES } from '@core/format.pipes';
import { Formats } from '@core/formats';
import { loaded } from '@core/load';
import { TranslocoPipe } from '@jsverse/transloco';
import { StateTone, UiCell, UiListPage, UiPageHeader, UiProblem, UiState, fileAddress, listState } from '@ui';

const FATES: readonly NumberFate[] = ['issued', 'replaced', 'revoked', 'voided', 'missing'];
const TONES: Record<NumberFate, StateTone> = {
  issued: 'good',
  replaced: 'info',
  revoked: 'warn',
  voided: 'draft',
  missing: 'bad',
};

/** Where every number of a series went, for who has to account for them. */
@Component({
  selector: 'app-number-account',
  imports: [RouterLink, TranslocoPipe, UiCell, UiListPage, UiPageHeader, UiProblem, UiState, ...FORMAT_PIPES],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ui-page-header [title]="'certificates.account.title' | transloco" />
    @if (report.problem(); as problem) {
      <ui-problem [problem]="problem" (retry)="report.reload()" />
    } @else if (report.value(); as sums) {
      <p>
        <span class="mono">{{ sums.pattern }}</span> · {{ sums.year }} ·
        {{ sums.unitName ?? ('certificates.numbers.institution' | transloco) }}
      </p>
      <ui-state [tone]="sums.missing === 0 ? 'good' : 'bad'">
        {{
          (sums.missing === 0 ? 'certificates.account.complete' : 'certificates.account.incomplete')
            | transloco: { taken: (sums.taken | count), missing: (sums.missing | count) }
        }}
      </ui-state>
      <dl>
        @for (fate of fates; track fate) {
          <div>
            <dt class="small muted">{{ 'certificates.fate.' + fate | transloco }}</dt>
            <dd>{{ sums[fate] | count }}</dd>
          </div>
        }
      </dl>
    }
    <ui-list-page
      [list]="list"
      [emptyTitle]="'certificates.account.empty' | transloco"
      [emptyText]="'certificates.account.emptyText' | transloco"
    >
      <ng-template uiCell="fate" let-row>
        <ui-state [tone]="tones[row.fate]">{{ 'certificates.fate.' + row.fate | transloco }}</ui-state>
      </ng-template>
      <ng-template uiCell="source" let-row>
        @if (row.sourceId) {
          <a [routerLink]="['/trainings', row.sourceId]">{{ 'certificates.account.training' | transloco }}</a>
        }
      </ng-template>
    </ui-list-page>
  `,
  styles: `
    dl {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-3) var(--space-6);
      margin: var(--space-3) 0 var(--space-4);
    }
    dd {
      margin: 0;
      font-size: 1.25rem;
      font-weight: 600;
    }
  `,
})
export class NumberAccount implements OnInit {
  readonly id = input.required<string>();
  private readonly api = inject(NumberSeriesClient);
  private readonly formats = inject(Formats);
  protected readonly fates = FATES;
  protected readonly tones: Record<string, StateTone> = TONES;
  protected readonly report = loaded<NumberGapReport, [string]>((id) => this.api.getNumberGapReport(id));

  protected readonly list = listState<NumberRangeLine>({
    name: 'number-ranges',
    id: (row) => String(row.first),
    columns: [
      {
        key: 'numbers',
        label: 'certificates.account.numbers',
        main: true,
        value: (row) => this.span(row),
      },
      {
        key: 'count',
        label: 'certificates.account.count',
        align: 'end',
        value: (row) => this.formats.number(row.count),
      },
      { key: 'fate', label: 'certificates.account.fate' },
      { key: 'day', label: 'certificates.account.day', value: (row) => (row.day ? this.formats.date(row.day) : '') },
      { key: 'source', label: 'certificates.account.source' },
    ],
    filters: [
      {
        key: 'fate',
        label: 'certificates.account.fate',
        kind: 'choice',
        options: FATES.map((fate) => ({ value: fate, label: `certificates.fate.${fate}` })),
      },
    ],
    export: (format, query) => fileAddress(`/api/v1/number-series/${this.id()}/ranges/export`, format, query),
    load: ({ page, size, filters }) =>
      this.api.listNumberRanges(this.id(), (filters['fate'] ?? undefined) as NumberFate | undefined, page, size),
  });

  ngOnInit(): void {
    this.report.load(this.id());
  }

  private span(row: NumberRangeLine): string {
    const first = row.firstNumber ?? String(row.first);
    return row.count === 1 ? first : `${first} – ${row.lastNumber ?? String(row.last)}`;
  }
}
