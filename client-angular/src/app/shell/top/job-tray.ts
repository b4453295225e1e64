import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { Jobs } from '@core/jobs';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiIcon, UiJobProgress, UiPopover } from '@ui';

/** Long work I started, wherever I am now. Not shown while there is none. */
@Component({
  selector: 'app-job-tray',
  imports: [TranslocoPipe, UiIcon, UiJobProgress, UiPopover],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (jobs.all().length > 0) {
      <ui-popover [bare]="true" icon="refresh" [name]="'shell.jobs.name' | transloco: { count: jobs.running().length }">
        @if (jobs.running().length > 0) {
          <span uiTrigger class="badge calm" aria-hidden="true">{{ jobs.running().length }}</span>
        }
        <h2>{{ 'shell.jobs.title' | transloco }}</h2>
        <ul class="entries">
          @for (job of jobs.all(); track job.id) {
            <li>
              <ui-job-progress [job]="job" />
              @if (ended().has(job.id)) {
                <button type="button" class="item" (click)="jobs.dismiss(job.id)">
                  <ui-icon name="close" [size]="16" /> {{ 'shell.jobs.dismiss' | transloco }}
                </button>
              }
            </li>
          }
        </ul>
      </ui-popover>
    }
  `,
  styleUrl: './menus.scss',
})
export class JobTray {
  protected readonly jobs = inject(Jobs);
  protected readonly ended = computed(
    () =>
      new Set(
        this.jobs
          .all()
          .filter((job) => Jobs.hasEnded(job))
          .map((job) => job.id),
      ),
  );
}
