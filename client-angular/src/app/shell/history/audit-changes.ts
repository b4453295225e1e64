import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';

/** Changed values as the trail keeps them: each by name, before and after. */
@Component({
  selector: 'app-audit-changes',
  imports: [TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (changes().length > 0) {
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
    }
  `,
  styles: `
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

  protected readonly changes = computed(() => {
    const details = this.details();
    if (typeof details !== 'object' || details === null) return [];
    return Object.entries(details).map(([name, value]: [string, unknown]) => {
      const pair = Array.isArray(value) && value.length === 2 ? (value as [unknown, unknown]) : undefined;
      const before = pair && pair[0] !== null ? shown(pair[0]) : undefined;
      return { name, before, after: shown(pair ? pair[1] : value) };
    });
  });
}

function shown(value: unknown): string {
  if (value === null || value === undefined || value === '') return '–';
  return typeof value === 'object' ? JSON.stringify(value) : String(value as string | number | boolean);
}
