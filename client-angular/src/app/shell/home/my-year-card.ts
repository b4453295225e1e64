import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { JpStatement, LearningHoursClient } from '@api';
import { FORMAT_PIPES } from '@core/format.pipes';
import { loaded } from '@core/load';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiJpBar, UiProblem, UiWaiting } from '@ui';
import { MonthBars } from './month-bars';

/** My year on the home page: one calm bar, its months, and the way to the whole statement. */
@Component({
  selector: 'app-my-year-card',
  imports: [RouterLink, TranslocoPipe, MonthBars, UiJpBar, UiProblem, UiWaiting, ...FORMAT_PIPES],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <section class="card" [attr.aria-busy]="year.loading()">
      @if (year.problem(); as problem) {
        <ui-problem [problem]="problem" (retry)="year.reload()" />
      } @else if (year.value(); as statement) {
        <h2>{{ 'shell.home.year' | transloco: { year: statement.year } }}</h2>
        @if (statement.goal; as goal) {
          <ui-jp-bar [done]="statement.counted" [target]="goal" />
        } @else {
          <p>
            <strong>{{ statement.earned | jp }}</strong>
            <span class="muted">{{ 'shell.home.noTarget' | transloco }}</span>
          </p>
        }
        <app-month-bars [months]="statement.months" />
        <p class="small">
          @if (statement.shortfall > 0) {
            {{ 'shell.home.shortfall' | transloco: { jp: (statement.shortfall | count) } }}
          } @else if (statement.target.minimumJp) {
            {{ 'shell.home.met' | transloco }}
          } @else if (statement.target.maximumJp; as maximum) {
            {{
              (statement.room ? 'shell.home.atMost' : 'shell.home.full')
                | transloco: { room: (statement.room | count), maximum: (maximum | count) }
            }}
          }
        </p>
        <div class="row small">
          <a routerLink="/my-year">{{ 'shell.home.openYear' | transloco }}</a>
          <a routerLink="/catalogue/mine">{{ 'shell.home.openMine' | transloco }}</a>
          <a routerLink="/catalogue">{{ 'shell.home.openCatalogue' | transloco }}</a>
        </div>
      } @else {
        <ui-waiting [lines]="6" />
      }
    </section>
  `,
  styles: `
    .card {
      padding: var(--space-4) var(--space-5);
    }
    h2 {
      margin-bottom: var(--space-3);
    }
    .row {
      gap: var(--space-4);
    }
  `,
})
export class MyYearCard {
  private readonly api = inject(LearningHoursClient);
  protected readonly year = loaded<JpStatement>(() => this.api.getJpStatement(undefined, undefined, undefined));

  constructor() {
    this.year.load();
  }
}
