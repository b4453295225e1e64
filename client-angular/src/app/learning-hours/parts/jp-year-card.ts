import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { JpYearView } from '@api';
import { FORMAT_PIPES } from '@core/format.pipes';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiState } from '@ui';

/** How one year stands: open or closed, by whom, when, why and with what, and every time before. */
@Component({
  selector: 'app-jp-year-card',
  imports: [MatButtonModule, TranslocoPipe, UiState, ...FORMAT_PIPES],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="row head">
      <h2 class="grow">{{ year().year }}</h2>
      @if (year().closed; as closed) {
        <ui-state [tone]="closed.frozenAt ? 'good' : 'info'">{{
          (closed.frozenAt ? 'learning-hours.years.closed' : 'learning-hours.years.freezing') | transloco
        }}</ui-state>
      } @else {
        <ui-state tone="paused">{{ 'learning-hours.years.open' | transloco }}</ui-state>
      }
      @if (year().canClose) {
        <button matButton="outlined" type="button" [disabled]="disabled()" (click)="look.emit()">
          {{ 'learning-hours.years.preview' | transloco: { year: year().year } }}
        </button>
      }
      @if (year().canReopen) {
        <button matButton type="button" [disabled]="disabled()" (click)="reopen.emit()">
          {{ 'learning-hours.years.reopen' | transloco: { year: year().year } }}
        </button>
      }
    </div>
    @if (year().closed; as closed) {
      <p>
        {{
          'learning-hours.years.closedBy' | transloco: { name: closed.closedByName, at: (closed.closedAt | dayTime) }
        }}
        <span class="muted">“{{ closed.reason }}”</span>
      </p>
      @if (closed.frozenAt) {
        <p class="small muted">
          {{
            'learning-hours.years.figures'
              | transloco
                : {
                    people: (closed.people | count),
                    met: (closed.met | count),
                    owing: (closed.owing | count),
                    jp: (closed.jp | jp),
                  }
          }}
        </p>
      }
    }
    @for (earlier of year().earlier; track earlier.closedAt) {
      <p class="small muted">
        {{
          'learning-hours.years.reopened'
            | transloco
              : {
                  closed: (earlier.closedAt | dayTime),
                  closer: earlier.closedByName,
                  at: (earlier.reopenedAt | dayTime),
                  name: earlier.reopenedByName,
                }
        }}
        “{{ earlier.reopenReason }}”
      </p>
    }
    <ng-content />
  `,
  styles: `
    :host {
      display: block;
      padding: var(--space-3) var(--space-5);
    }
    .head {
      flex-wrap: wrap;
      min-height: 48px;
    }
    h2,
    p {
      margin: 0;
    }
    p {
      padding-bottom: var(--space-2);
      overflow-wrap: anywhere;
    }
  `,
  host: { class: 'card', '[attr.data-year]': 'year().year' },
})
export class JpYearCard {
  readonly year = input.required<JpYearView>();
  readonly disabled = input(false);
  readonly look = output();
  readonly reopen = output();
}
