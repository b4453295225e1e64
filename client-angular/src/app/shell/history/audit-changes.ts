import { NgTemplateOutlet } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Formats } from '@core/formats';
import { AuditWords } from './audit-words';
import { TranslocoPipe } from '@jsverse/transloco';

const SHOWN_AT_ONCE = 3;
/** What only the machine needs: keys, search columns, counters of the calendar format. */
const PLUMBING = new Set(['Id', 'Revision', 'Search', 'SearchWords', 'TokenHash']);
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Changed values as the trail keeps them: each by name, before and after; many are folded away. */
@Component({
  selector: 'app-audit-changes',
  imports: [NgTemplateOutlet, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ng-template #lines>
      <dl class="small">
        @for (change of changes(); track change.name) {
          <div>
            <dt>{{ change.name }}</dt>
            <dd>
              @if (change.before !== undefined) {
                <del>{{ change.before }}</del>
                <span class="visually-hidden">{{ 'shell.history.became' | transloco }}</span>
                <span aria-hidden="true">→</span>
              }
              <ins>{{ change.after }}</ins>
            </dd>
          </div>
        }
      </dl>
    </ng-template>
    @if (changes().length > most) {
      <details>
        <summary class="small">{{ 'shell.history.values' | transloco: { count: changes().length } }}</summary>
        <ng-container [ngTemplateOutlet]="lines" />
      </details>
    } @else if (changes().length > 0) {
      <ng-container [ngTemplateOutlet]="lines" />
    }
  `,
  styles: `
    summary {
      color: var(--mat-sys-tertiary);
      cursor: pointer;
    }
    dl {
      margin: 4px 0;
    }
    dl div {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--space-2);
    }
    dt {
      color: var(--mat-sys-on-surface-variant);
    }
    dd {
      margin: 0;
      overflow-wrap: anywhere;
    }
    del {
      color: var(--state-bad);
    }
    ins {
      text-decoration: none;
    }
  `,
})
export class AuditChanges {
  readonly details = input<unknown>();
  /** What the ids among the values are called. */
  readonly names = input<Record<string, string> | null>();
  private readonly words = inject(AuditWords);
  private readonly formats = inject(Formats);
  protected readonly most = SHOWN_AT_ONCE;

  protected readonly changes = computed(() => {
    const details = this.details();
    if (typeof details !== 'object' || details === null) return [];
    return Object.entries(details)
      .filter(([name]) => !PLUMBING.has(name))
      .map(([name, value]: [string, unknown]) => {
        const pair = Array.isArray(value) && value.length === 2 ? (value as [unknown, unknown]) : undefined;
        const before = pair && pair[0] !== null ? this.shown(pair[0]) : undefined;
        return { name: this.words.field(name), before, after: this.shown(pair ? pair[1] : value) };
      });
  });

  private shown(value: unknown): string {
    if (value === null || value === undefined || value === '') return '–';
    if (Array.isArray(value)) return value.map((part) => this.shown(part)).join(', ') || '–';
    if (typeof value === 'object') return JSON.stringify(value);
    const text = String(value as string | number | boolean);
    const named = this.names()?.[text.toLowerCase()];
    if (named) return named;
    // An id nobody can read says only that it is another one.
    if (ID.test(text)) return '…' + text.slice(-4);
    if (/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(text)) return this.formats.dateTime(text);
    if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return this.formats.date(text);
    return this.words.value(text);
  }
}
