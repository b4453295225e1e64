import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { DictionaryImportResult } from '@api';
import { FORMAT_PIPES } from '@core/format.pipes';
import { TranslocoPipe } from '@jsverse/transloco';

/** What a dictionary file would bring: its numbers, what changes against the version before, what to look at. */
@Component({
  selector: 'app-import-findings',
  imports: [TranslocoPipe, ...FORMAT_PIPES],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <section class="card" aria-live="polite">
      <h2>{{ result().title }}</h2>
      <p class="muted">
        {{ 'competencies.import.becomes' | transloco: { code: result().code, number: result().number } }}
      </p>
      <dl class="numbers">
        <div>
          <dt>{{ 'competencies.import.competencies' | transloco }}</dt>
          <dd>{{ result().competencies | count }}</dd>
        </div>
        <div>
          <dt>{{ 'competencies.import.levels' | transloco }}</dt>
          <dd>{{ result().levels | count }}</dd>
        </div>
        <div>
          <dt>{{ 'competencies.import.indicators' | transloco }}</dt>
          <dd>{{ result().indicators | count }}</dd>
        </div>
      </dl>
      @if (result().comparison; as comparison) {
        <h3>{{ 'competencies.import.against' | transloco: { number: comparison.againstNumber } }}</h3>
        <ul>
          @for (line of changes(); track line.key) {
            <li>{{ 'competencies.import.' + line.key | transloco: { count: line.codes.length } }}: {{ line.text }}</li>
          }
        </ul>
      }
      @if (result().warnings.length > 0) {
        <h3>{{ 'competencies.import.warnings' | transloco: { count: result().warnings.length } }}</h3>
        <ul>
          @for (warning of warnings(); track $index) {
            <li>
              {{ 'competencies.warning.' + warning.key | transloco: { fewest: warning.fewest, most: warning.most } }}:
              <strong>{{ warning.competencies.join(', ') }}</strong>
            </li>
          }
        </ul>
      }
    </section>
  `,
  styles: `
    h2 {
      margin: 0 0 2px;
    }
    .numbers {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-5);
    }
    dd {
      margin: 0;
      font-weight: 650;
      font-size: 1.5rem;
    }
    ul {
      max-height: 16rem;
      overflow: auto;
    }
  `,
})
export class ImportFindings {
  readonly result = input.required<DictionaryImportResult>();

  protected readonly changes = computed(() => {
    const comparison = this.result().comparison;
    return (['added', 'renamed', 'gone', 'kept'] as const)
      .map((key) => ({ key, codes: comparison?.[key] ?? [], text: (comparison?.[key] ?? []).join(', ') }))
      .filter((line) => line.codes.length > 0);
  });

  /** The same remark about many competencies is one line. */
  protected readonly warnings = computed(() => {
    const lines = new Map<string, { key: string; fewest: number; most: number; competencies: string[] }>();
    for (const { code, fewest, most, competency } of this.result().warnings) {
      const key = code.split('.')[1] ?? code;
      const same = `${key} ${fewest} ${most}`;
      const line = lines.get(same) ?? { key, fewest, most, competencies: [] };
      line.competencies.push(competency);
      lines.set(same, line);
    }
    return [...lines.values()];
  });
}
