import { ChangeDetectionStrategy, Component, effect, inject, input, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { AuditClient } from '@api';
import { FORMAT_PIPES } from '@core/format.pipes';
import { loaded } from '@core/load';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiEmpty, UiProblem, UiWaiting } from '@ui';
import { AuditChanges } from './audit-changes';
import { AuditWords } from './audit-words';

const SIZE = 50;

/** The history tab of any object: who changed what, when and why, newest first. */
@Component({
  selector: 'app-object-history',
  imports: [MatButtonModule, TranslocoPipe, AuditChanges, UiEmpty, UiProblem, UiWaiting, ...FORMAT_PIPES],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (history.problem(); as problem) {
      <ui-problem [problem]="problem" (retry)="history.reload()" />
    } @else if (history.value(); as page) {
      <ol>
        @for (entry of page.items; track entry.id) {
          <li>
            <div>
              <strong>{{ words.action(entry.action) }}</strong>
              @if (entry.subjectId !== id() && entry.subjectName) {
                <span class="muted"> – {{ entry.subjectName }}</span>
              }
            </div>
            @if (entry.reason) {
              <div class="reason">“{{ entry.reason }}”</div>
            }
            <app-audit-changes [details]="entry.details" [names]="entry.names" />
            <div class="small muted">
              {{ entry.userName || ('shell.history.system' | transloco) }} ·
              <time [attr.datetime]="entry.at">{{ entry.at | dayTime }}</time>
            </div>
          </li>
        } @empty {
          <li><ui-empty icon="history" [title]="'shell.history.empty' | transloco" /></li>
        }
      </ol>
      @if (page.total > page.items.length) {
        <button matButton="outlined" type="button" [disabled]="history.loading()" (click)="more()">
          {{ 'shell.history.more' | transloco }}
        </button>
      }
    } @else {
      <ui-waiting [lines]="6" />
    }
  `,
  styles: `
    ol {
      margin: 0 0 var(--space-4);
      padding: 0;
      list-style: none;
    }
    li {
      padding: var(--space-3) 0;
      border-bottom: var(--line);
    }
    .reason {
      overflow-wrap: anywhere;
    }
  `,
})
export class ObjectHistory {
  /** As the audit trail names the type: `Training`, `Employee`, `Account`, … */
  readonly subjectType = input.required<string>();
  readonly id = input.required<string>();

  private readonly api = inject(AuditClient);
  protected readonly words = inject(AuditWords);
  private readonly size = signal(SIZE);
  protected readonly history = loaded((type: string, id: string, size: number) =>
    this.api.getObjectHistory(type, id, 1, size),
  );

  constructor() {
    effect(() => {
      this.history.load(this.subjectType(), this.id(), this.size());
    });
  }

  protected more(): void {
    this.size.update((size) => size * 2);
  }
}
