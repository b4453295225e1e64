import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { LocalTextPipe } from '@core/local-text.pipe';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiIcon } from '@ui';
import { AttendanceQueue } from '../attendance-queue';
import { AttendanceRoster } from '../attendance-roster';

/** Marks that are still on their way, and those the server would not take. */
@Component({
  selector: 'app-attendance-waiting',
  imports: [LocalTextPipe, MatButtonModule, TranslocoPipe, UiIcon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="queue" role="status">
      @if (queue.offline()) {
        <span
          ><ui-icon name="offline" />
          {{ (kept() ? 'participants.attendance.offline' : 'participants.attendance.offlineStay') | transloco }}</span
        >
      } @else if (kept()) {
        <span class="small muted">{{ 'participants.attendance.kept' | transloco }}</span>
      }
      @if (queue.count() > 0) {
        <span>{{ 'participants.attendance.waiting' | transloco: { count: queue.count() } }}</span>
        <button matButton type="button" [disabled]="queue.sending() || queue.offline()" (click)="queue.send()">
          {{ 'participants.attendance.sendNow' | transloco }}
        </button>
      }
    </div>
    @for (one of queue.refused(); track one.answer.id) {
      <p class="refused">
        <ui-icon name="warning" /> <strong>{{ one.queued.name }}</strong>
        @if (one.answer.refusal; as refusal) {
          {{ { id: refusal.id.detail, en: refusal.en.detail } | localText }}
        }
        <button matButton type="button" (click)="queue.forget(one.answer.id)">
          {{ 'participants.attendance.understood' | transloco }}
        </button>
      </p>
    }
  `,
  styles: `
    .queue {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--space-3);
    }
    .refused {
      padding: var(--space-2) var(--space-3);
      border-radius: var(--radius);
      background: var(--state-bad-surface);
    }
  `,
})
export class AttendanceWaiting {
  protected readonly queue = inject(AttendanceQueue);
  protected readonly kept = inject(AttendanceRoster).kept;
}
