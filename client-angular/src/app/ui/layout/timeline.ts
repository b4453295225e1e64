import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { DayTimePipe } from '@core/format.pipes';
import { StateTone } from '../state-label';

export interface TimelineEntry {
  readonly at: string;
  /** What happened, in words of the page's language. */
  readonly text: string;
  readonly who?: string | null;
  /** The reason given, or a note. */
  readonly note?: string | null;
  readonly tone?: StateTone;
}

/** What happened to a thing, newest first. */
@Component({
  selector: 'ui-timeline',
  imports: [DayTimePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (title()) {
      <h2>{{ title() }}</h2>
    }
    <ol>
      @for (entry of entries(); track $index) {
        <li [attr.data-tone]="entry.tone ?? 'draft'">
          <div class="text">{{ entry.text }}</div>
          @if (entry.note) {
            <div class="note">“{{ entry.note }}”</div>
          }
          <div class="small muted">
            @if (entry.who) {
              {{ entry.who }} ·
            }
            <time [attr.datetime]="entry.at">{{ entry.at | dayTime }}</time>
          </div>
        </li>
      }
    </ol>
  `,
  styles: `
    :host {
      display: block;
    }
    h2 {
      margin-bottom: var(--space-3);
      font-size: 0.9375rem;
    }
    ol {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      position: relative;
      padding: 0 0 var(--space-4) var(--space-5);
    }
    li::before {
      content: '';
      position: absolute;
      left: 3px;
      top: 7px;
      width: 9px;
      height: 9px;
      border-radius: 50%;
      background: var(--mat-sys-outline);
    }
    li:not(:last-child)::after {
      content: '';
      position: absolute;
      left: 7px;
      top: 20px;
      bottom: -4px;
      width: 1px;
      background: var(--mat-sys-outline-variant);
    }
    li[data-tone='good']::before {
      background: var(--state-good);
    }
    li[data-tone='bad']::before {
      background: var(--state-bad);
    }
    li[data-tone='warn']::before {
      background: var(--state-warn);
    }
    li[data-tone='info']::before {
      background: var(--state-info);
    }
    li[data-tone='gold']::before {
      background: var(--gold-line);
    }
    .text {
      font-weight: 500;
    }
    .note {
      margin: 2px 0;
      overflow-wrap: anywhere;
    }
  `,
})
export class UiTimeline {
  readonly entries = input.required<readonly TimelineEntry[]>();
  readonly title = input('');
}
