import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { JpStatementVerification } from '@api';
import { FORMAT_PIPES } from '@core/format.pipes';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiFact, UiFacts, UiVerdict } from '@ui';

/** What a genuine statement of lesson hours says, and whether the hours have changed since. */
@Component({
  selector: 'app-statement-facts',
  imports: [TranslocoPipe, UiFact, UiFacts, UiVerdict, ...FORMAT_PIPES],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @let statement = result();
    <ui-verdict
      [tone]="statement.superseded ? 'warn' : 'good'"
      [title]="(statement.superseded ? 'learning-hours.check.older' : 'learning-hours.check.genuine') | transloco"
      [compare]="'learning-hours.check.compare' | transloco"
    >
      <p>
        {{
          (statement.superseded ? 'learning-hours.check.olderText' : 'learning-hours.check.genuineText')
            | transloco: { issuer: statement.institution, date: (statement.issuedOn | day) }
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
    </ui-verdict>
  `,
})
export class StatementFacts {
  readonly result = input.required<JpStatementVerification>();
}
