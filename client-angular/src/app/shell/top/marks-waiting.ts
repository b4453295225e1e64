import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiIcon } from '@ui';
import { AttendanceQueue } from '../../trainings/attendance-queue';

/**
 * Attendance marks taken without a network, on every page: they are sent from the sign-in on, whatever page is open, and
 * whoever took them sees how many still wait and which were refused.
 */
@Component({
  selector: 'app-marks-waiting',
  imports: [MatButtonModule, RouterLink, TranslocoPipe, UiIcon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div role="status">
      @if (queue.count() > 0) {
        <p class="line">
          <ui-icon [name]="queue.offline() ? 'offline' : 'history'" />
          <a [routerLink]="['/trainings', waitingAt()]" [queryParams]="{ tab: 'attendance' }">{{
            'shell.marks.waiting' | transloco: { count: queue.count() }
          }}</a>
          <button matButton type="button" [disabled]="queue.sending() || queue.offline()" (click)="queue.send()">
            {{ 'shell.marks.send' | transloco }}
          </button>
        </p>
      }
      @if (queue.refused().length > 0) {
        <p class="line refused">
          <ui-icon name="warning" />
          <a [routerLink]="['/trainings', refusedAt()]" [queryParams]="{ tab: 'attendance' }">{{
            'shell.marks.refused' | transloco: { count: queue.refused().length }
          }}</a>
        </p>
      }
    </div>
  `,
  styles: `
    .line {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--space-2);
      margin: 0;
      padding: var(--space-1) var(--space-4);
      background: var(--state-warn-surface);
    }
    .refused {
      background: var(--state-bad-surface);
    }
    a {
      color: inherit;
    }
  `,
})
export class MarksWaiting {
  protected readonly queue = inject(AttendanceQueue);
  protected readonly waitingAt = computed(() => this.queue.firstWaiting()?.trainingId);
  protected readonly refusedAt = computed(() => this.queue.refused()[0]?.queued.trainingId);
}
