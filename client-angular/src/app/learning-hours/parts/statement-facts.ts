import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { JpStatementVerification } from '@api';
import { FORMAT_PIPES } from '@core/format.pipes';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiFact, UiFacts, UiIcon } from '@ui';

/** What a genuine statement of lesson hours says, and whether the hours have changed since. */
@Component({
  selector: 'app-statement-facts',
  imports: [TranslocoPipe, UiFact, UiFacts, UiIcon, ...FORMAT_PIPES],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @let statement = result();
    <section class="card" [attr.data-changed]="statement.superseded">
      <h2>
        <ui-icon [name]="statement.superseded ? 'state-warn' : 'shield-check'" [size]="28" />
        {{ (statement.superseded ? 'learning-hours.check.older' : 'learning-hours.check.genuine') | transloco }}
      </h2>
      <p>
        {{
          (statement.superseded ? 'learning-hours.check.olderText' : 'learning-hours.check.genuineText')
            | transloco: { issuer: statement.institution, date: (statement.on | day) }
        }}
      </p>
      <ui-facts>
        <ui-fact [label]="'learning-hours.check.name' | transloco">
          <strong>{{ statement.name }}</strong>
        </ui-fact>
        <ui-fact [label]="'learning-hours.year' | transloco">{{ statement.year }}</ui-fact>
        <ui-fact [label]="'learning-hours.check.on' | transloco">{{ statement.on | day }}</ui-fact>
        <ui-fact [label]="'learning-hours.check.earned' | transloco">{{ statement.earned | jp }}</ui-fact>
        <ui-fact [label]="'learning-hours.check.counted' | transloco">{{ statement.counted | jp }}</ui-fact>
        <ui-fact [label]="'learning-hours.check.issuer' | transloco">{{ statement.institution }}</ui-fact>
      </ui-facts>
      <p class="small muted compare">{{ 'learning-hours.check.compare' | transloco }}</p>
    </section>
  `,
  styles: `
    section {
      padding: var(--space-5);
      border-top: 5px solid var(--state-good);
    }
    h2 {
      display: flex;
      align-items: center;
      gap: var(--space-2);
      font-size: 1.5rem;
      color: var(--state-good);
    }
    .compare {
      margin: var(--space-4) 0 0;
    }
    [data-changed='true'] {
      border-top-color: var(--state-warn);
    }
    [data-changed='true'] h2 {
      color: var(--state-warn);
    }
  `,
})
export class StatementFacts {
  readonly result = input.required<JpStatementVerification>();
}
