import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { MatProgressBarModule } from '@angular/material/progress-bar';
import { RouterLink } from '@angular/router';
import { CountPipe } from '@core/format.pipes';
import { FollowedJob, Jobs } from '@core/jobs';
import { LocalTextPipe } from '@core/local-text.pipe';
import { TranslocoPipe } from '@jsverse/transloco';
import { StateTone, UiState } from './state-label';

const TONES: Record<FollowedJob['state'], StateTone> = {
  queued: 'draft',
  running: 'info',
  succeeded: 'good',
  failed: 'bad',
};

/** Long work on its way. It can be left: the tray in the top bar keeps following it. */
@Component({
  selector: 'ui-job-progress',
  imports: [MatProgressBarModule, RouterLink, CountPipe, LocalTextPipe, TranslocoPipe, UiState],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @let job = this.job();
    <div class="line">
      <span class="grow">
        @if (job.link && ended()) {
          <a [routerLink]="job.link">{{ job.label | transloco }}</a>
        } @else {
          {{ job.label | transloco }}
        }
      </span>
      <ui-state [tone]="tone()">{{ 'ui.job.' + job.state | transloco }}</ui-state>
    </div>
    @if (!ended()) {
      <mat-progress-bar
        [mode]="job.total ? 'determinate' : 'indeterminate'"
        [value]="percent()"
        [attr.aria-label]="job.label | transloco"
      />
    }
    <div class="small muted">
      @if (job.total) {
        {{ 'ui.job.count' | transloco: { done: (job.done | count), total: (job.total | count) } }}
      }
      @if (job.error) {
        {{ job.error | localText }}
      }
    </div>
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      gap: 6px;
    }
    .line {
      display: flex;
      align-items: center;
      gap: var(--space-2);
    }
  `,
})
export class UiJobProgress {
  readonly job = input.required<FollowedJob>();
  protected readonly ended = computed(() => Jobs.hasEnded(this.job()));
  protected readonly tone = computed(() => TONES[this.job().state]);
  protected readonly percent = computed(() => {
    const { done, total } = this.job();
    return total ? (done / total) * 100 : 0;
  });
}
