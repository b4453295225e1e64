import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { CalendarTraining } from '@api';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiIcon } from '@ui';

/** A training in the calendar: its colour beside its words, and a mark when it clashes with another. */
@Component({
  selector: 'app-calendar-chip',
  imports: [RouterLink, TranslocoPipe, UiIcon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <a
      [routerLink]="['/trainings', training().id]"
      [attr.data-colour]="training().colour"
      [attr.tabindex]="continued() ? -1 : 0"
      [class.continued]="continued()"
      [class.draft]="
        training().state === 'draft' || training().state === 'returned' || training().state === 'submitted'
      "
      [title]="training().title"
    >
      @if (training().clashes > 0) {
        <ui-icon name="warning" [size]="14" />
        <span class="visually-hidden">{{ 'trainings.clash.count' | transloco: { count: training().clashes } }}</span>
      }
      <span class="text">{{ training().title }}</span>
      <span class="visually-hidden">, {{ 'trainings.state.' + training().state | transloco }}</span>
    </a>
  `,
  styles: `
    @use '../colours';

    :host {
      display: block;
      min-width: 0;
      margin-bottom: 3px;
    }
    a {
      display: flex;
      align-items: center;
      gap: 4px;
      min-height: 24px;
      padding: 1px 6px;
      border-inline-start: 4px solid var(--training-colour);
      border-radius: 4px;
      background: color-mix(in srgb, var(--training-colour) 14%, var(--mat-sys-surface));
      color: var(--mat-sys-on-surface);
      font-size: 0.8125rem;
      text-decoration: none;

      @include colours.palette;
    }
    a:hover .text {
      text-decoration: underline;
    }
    .text {
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    .draft {
      border-inline-start-style: dashed;
    }
    .continued .text {
      opacity: 0.75;
    }
    ui-icon {
      flex: none;
      color: var(--state-warn);
    }
  `,
})
export class CalendarChip {
  readonly training = input.required<CalendarTraining>();
  /** A later day of the same training; one of its chips is enough for the Tab key. */
  readonly continued = input(false);
}
