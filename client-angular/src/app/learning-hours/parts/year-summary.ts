import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { JpStatement } from '@api';
import { FORMAT_PIPES } from '@core/format.pipes';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiJpBar } from '@ui';
import { MonthBars } from '../../shell/home/month-bars';

/** JP against the target: one bar, its months, and in words what is owed, met or over. */
@Component({
  selector: 'app-year-summary',
  imports: [TranslocoPipe, MonthBars, UiJpBar, ...FORMAT_PIPES],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @let year = statement();
    <section class="card">
      @if (year.goal; as goal) {
        <ui-jp-bar [done]="year.counted" [target]="goal" />
      } @else {
        <p>
          <strong>{{ year.earned | jp }}</strong>
        </p>
      }
      <p class="words">
        @if (year.excess > 0) {
          {{ 'learning-hours.excess' | transloco: { excess: (year.excess | jp), most: (year.target.maximumJp | jp) } }}
        } @else if (year.shortfall > 0) {
          {{ 'learning-hours.shortfall' | transloco: { jp: (year.shortfall | jp) } }}
        } @else if (year.target.minimumJp) {
          {{ 'learning-hours.met' | transloco }}
        } @else if (year.room !== null && year.room !== undefined) {
          {{ 'learning-hours.room' | transloco: { jp: (year.room | jp) } }}
        } @else {
          {{ 'learning-hours.noTarget' | transloco }}
        }
      </p>
      <app-month-bars [months]="year.months" />
      @if (year.target.citation) {
        <p class="small muted">
          {{ 'learning-hours.rule' | transloco: { citation: year.target.citation } }}
          @if (!year.target.confirmed) {
            {{ 'learning-hours.unconfirmed' | transloco }}
          }
        </p>
      }
    </section>
  `,
  styles: `
    .card {
      padding: var(--space-4) var(--space-5);
    }
    .words {
      margin-top: var(--space-2);
    }
  `,
})
export class YearSummary {
  readonly statement = input.required<JpStatement>();
}
