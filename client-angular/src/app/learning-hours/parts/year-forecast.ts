import { ChangeDetectionStrategy, Component, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { LearningHoursClient } from '@api';
import { FORMAT_PIPES } from '@core/format.pipes';
import { Formats } from '@core/formats';
import { loaded } from '@core/load';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiJpBar, UiProblem, UiState, UiWaiting } from '@ui';

/** What the running year comes to on 31 December: what counts already, what is certain, what is not, what would help. */
@Component({
  selector: 'app-year-forecast',
  imports: [RouterLink, TranslocoPipe, UiJpBar, UiProblem, UiState, UiWaiting, ...FORMAT_PIPES],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <section class="card" [attr.aria-busy]="forecast.loading()">
      <h2>{{ 'learning-hours.forecast.title' | transloco }}</h2>
      @if (forecast.problem(); as problem) {
        <ui-problem [problem]="problem" (retry)="forecast.reload()" />
      } @else if (forecast.value(); as shown) {
        @if (shown.goal; as goal) {
          <ui-jp-bar
            [done]="shown.achieved"
            [target]="goal"
            [pending]="shown.forecast - shown.achieved"
            pendingWords="learning-hours.forecast.toCome"
            [label]="'learning-hours.forecast.title' | transloco"
          />
        }
        <dl>
          <div>
            <dt>{{ 'learning-hours.forecast.achieved' | transloco }}</dt>
            <dd>{{ shown.achieved | jp }}</dd>
          </div>
          <div>
            <dt>{{ 'learning-hours.forecast.expected' | transloco }}</dt>
            <dd>+{{ shown.expected | jp }}</dd>
          </div>
          <div>
            <dt>{{ 'learning-hours.forecast.forecast' | transloco }}</dt>
            <dd>{{ shown.forecast | jp }}</dd>
          </div>
          @if (shown.goal; as goal) {
            <div>
              <dt>{{ 'learning-hours.forecast.shortfall' | transloco }}</dt>
              <dd>{{ shown.shortfall | jp }}</dd>
            </div>
          }
        </dl>
        @if (shown.confirmed.length + shown.uncertain.length > 0) {
          <ul>
            @for (training of shown.confirmed; track training.trainingId) {
              <li>
                <ui-state tone="good">{{ 'learning-hours.forecast.standing.confirmed' | transloco }}</ui-state>
                <span class="grow">{{ training.title }}</span>
                <span class="small muted">{{ formats.dateRange(training.start, training.end) }}</span>
                <strong>+{{ training.jp | jp }}</strong>
              </li>
            }
            @for (training of shown.uncertain; track training.trainingId) {
              <li>
                <ui-state tone="warn">{{
                  'learning-hours.forecast.standing.' + training.standing | transloco
                }}</ui-state>
                <span class="grow">{{ training.title }}</span>
                <span class="small muted">{{ formats.dateRange(training.start, training.end) }}</span>
                <span class="muted">{{
                  'learning-hours.forecast.notCounted' | transloco: { jp: (training.jp | jp) }
                }}</span>
              </li>
            }
          </ul>
        }
        @if (shown.closing.length > 0) {
          <h3>{{ 'learning-hours.forecast.closing' | transloco: { jp: (shown.shortfall | jp) } }}</h3>
          <ul>
            @for (training of shown.closing; track training.trainingId) {
              <li>
                <a class="grow" routerLink="/catalogue" [queryParams]="{ q: training.title }">{{ training.title }}</a>
                <span class="small muted">
                  {{ formats.dateRange(training.start, training.end) }} ·
                  {{ 'learning-hours.forecast.seats' | transloco: { count: (training.seatsLeft | count) } }}
                </span>
                <strong>{{ training.jp | jp }}</strong>
              </li>
            }
          </ul>
        } @else if (shown.shortfall > 0) {
          <p class="small muted">{{ 'learning-hours.forecast.noneOpen' | transloco }}</p>
        }
      } @else {
        <ui-waiting [lines]="4" />
      }
    </section>
  `,
  styles: `
    .card {
      margin-top: var(--space-4);
      padding: var(--space-4) var(--space-5);
    }
    dl {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-3) var(--space-6);
      margin: var(--space-3) 0;
    }
    dt {
      font-size: 0.8125rem;
      color: var(--mat-sys-on-surface-variant);
    }
    dd {
      margin: 0;
      font-weight: 600;
      font-variant-numeric: tabular-nums;
    }
    h3 {
      margin: var(--space-4) 0 0;
    }
    ul {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: var(--space-1) var(--space-3);
      padding: var(--space-2) 0;
      border-bottom: var(--line);
      overflow-wrap: anywhere;
    }
    li:last-child {
      border-bottom: none;
    }
    @media (max-width: 719px) {
      li > .grow {
        order: -1;
        flex-basis: 100%;
      }
    }
  `,
})
export class YearForecast {
  /** Nothing: one's own. */
  readonly employeeId = input<string>();
  private readonly api = inject(LearningHoursClient);
  protected readonly formats = inject(Formats);
  protected readonly forecast = loaded((employeeId: string | undefined) => this.api.getJpForecast(employeeId));

  constructor() {
    effect(() => {
      this.forecast.load(this.employeeId());
    });
  }
}
