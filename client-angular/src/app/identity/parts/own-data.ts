import { ChangeDetectionStrategy, Component, computed, effect, inject } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { OwnAccountClient } from '@api';
import { FORMAT_PIPES } from '@core/format.pipes';
import { Formats } from '@core/formats';
import { Jobs } from '@core/jobs';
import { act, loaded } from '@core/load';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiIcon, UiJobProgress, UiProblem, UiState } from '@ui';

/** Everything held on me, packed on request (UU 27/2022); only I can ask and only I can fetch it. */
@Component({
  selector: 'app-own-data',
  imports: [MatButtonModule, TranslocoPipe, UiIcon, UiJobProgress, UiProblem, UiState, ...FORMAT_PIPES],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <p class="muted">{{ 'identity.ownData.text' | transloco }}</p>
    @if (packages.problem(); as problem) {
      <ui-problem [problem]="problem" (retry)="packages.reload()" />
    }
    @if (running(); as job) {
      <ui-job-progress [job]="job" />
    } @else {
      <button matButton="outlined" type="button" [disabled]="ask.running()" (click)="ask.run()">
        {{ 'identity.ownData.ask' | transloco }}
      </button>
    }
    <ul>
      @for (one of packages.value(); track one.id) {
        @if (one.readyAt) {
          <li>
            <a matButton [href]="'/api/v1/account/data/' + one.id + '/file'" download>
              <ui-icon name="download" />
              {{ 'identity.ownData.download' | transloco: { at: (one.readyAt | dayTime) } }}
            </a>
            <span class="small muted">
              {{ formats.bytes(one.size) }} ·
              {{ 'identity.ownData.until' | transloco: { at: (one.expiresAt | dayTime) } }}
            </span>
          </li>
        } @else if (one.state === 'failed') {
          <li>
            <ui-state tone="bad">{{ 'ui.job.failed' | transloco }}</ui-state>
            <span class="small muted">{{ 'identity.ownData.failed' | transloco }}</span>
          </li>
        }
      }
    </ul>
  `,
  styles: `
    ul {
      margin: var(--space-3) 0 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--space-2);
    }
  `,
})
export class OwnData {
  private readonly api = inject(OwnAccountClient);
  private readonly jobs = inject(Jobs);
  protected readonly formats = inject(Formats);

  protected readonly packages = loaded(() => this.api.listOwnDataExports());
  protected readonly ask = act(() => this.api.exportOwnData(), {
    then: ({ jobId }) => {
      this.follow(jobId);
    },
  });
  private readonly job = computed(() => {
    const open = this.packages.value()?.find((one) => one.state === 'queued' || one.state === 'running');
    return open && this.jobs.all().find((known) => known.id === open.jobId);
  });
  protected readonly running = computed(() => {
    const job = this.job();
    return job && !Jobs.hasEnded(job) ? job : undefined;
  });

  constructor() {
    this.packages.load();
    // Found again after a reload, or begun in another window.
    effect(() => {
      const open = this.packages.value()?.find((one) => one.state === 'queued' || one.state === 'running');
      if (open) this.jobs.follow(open.jobId, 'shell.jobKinds.own_data_export', '/profile');
    });
    effect(() => {
      const job = this.job();
      if (job && Jobs.hasEnded(job)) this.packages.reload();
    });
  }

  private follow(jobId: string): void {
    this.jobs.follow(jobId, 'shell.jobKinds.own_data_export', '/profile');
    this.packages.reload();
  }
}
