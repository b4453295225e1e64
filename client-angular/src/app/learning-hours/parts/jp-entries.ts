import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { JpEntry } from '@api';
import { FORMAT_PIPES } from '@core/format.pipes';
import { Formats } from '@core/formats';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiEmpty, UiState } from '@ui';
import { JpSteps } from './jp-steps';

/** Entries of a year; each opens to show how its JP came about. */
@Component({
  selector: 'app-jp-entries',
  imports: [JpSteps, MatButtonModule, TranslocoPipe, UiEmpty, UiState, ...FORMAT_PIPES],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (entries().length === 0) {
      <ui-empty
        icon="clock"
        [title]="'learning-hours.empty' | transloco"
        [text]="'learning-hours.emptyText' | transloco"
      />
    } @else {
      <ul>
        @for (entry of entries(); track entry.id) {
          <li class="card" [class.ended]="entry.reversed">
            <div class="line">
              <div class="grow">
                <strong>{{ entry.title }}</strong>
                <div class="small muted">
                  {{ entry.occurredOn | day }} · {{ 'learning-hours.kind.' + entry.kind | transloco }}
                  @if (entry.formName; as form) {
                    · {{ formats.language() === 'en' ? form.en : form.id }}
                  }
                </div>
              </div>
              @if (entry.reversed) {
                <ui-state tone="paused">{{ 'learning-hours.takenBack' | transloco }}</ui-state>
              }
              <strong class="amount">{{ entry.jp > 0 ? '+' : '' }}{{ entry.jp | jp }}</strong>
            </div>
            @if (entry.reason) {
              <p class="small">“{{ entry.reason }}”</p>
            }
            <app-jp-steps [steps]="entry.steps" [rule]="entry.rule" />
            @if (entry.canReverse) {
              <button matButton type="button" (click)="reverse.emit(entry)">
                {{ 'learning-hours.reverse' | transloco }}
              </button>
            }
          </li>
        }
      </ul>
    }
  `,
  styles: `
    ul {
      display: grid;
      gap: var(--space-3);
      margin: 0;
      padding: 0;
      list-style: none;
    }
    .card {
      padding: var(--space-3) var(--space-4);
    }
    .ended strong {
      text-decoration: line-through;
    }
    .line {
      display: flex;
      flex-wrap: wrap;
      align-items: flex-start;
      gap: var(--space-2) var(--space-3);
      overflow-wrap: anywhere;
    }
    .amount {
      white-space: nowrap;
      font-variant-numeric: tabular-nums;
    }
  `,
})
export class JpEntries {
  readonly entries = input.required<readonly JpEntry[]>();
  readonly reverse = output<JpEntry>();
  protected readonly formats = inject(Formats);
}
