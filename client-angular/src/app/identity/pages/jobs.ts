import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { JobState, JobView, JobsClient } from '@api';
import { Formats } from '@core/formats';
import { LocalTextPipe } from '@core/local-text.pipe';
import { Session } from '@core/session';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiCell, UiListPage, UiState, listState } from '@ui';
import { JOB_TONES, JobWords } from '../job-words';

/** Long work: what ran, what runs, what failed and why. */
@Component({
  selector: 'app-job-list',
  imports: [LocalTextPipe, TranslocoPipe, UiCell, UiListPage, UiState],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ui-list-page
      [list]="list"
      [title]="'identity.jobs.title' | transloco"
      [intro]="'identity.jobs.text' | transloco"
      [emptyTitle]="'identity.jobs.empty' | transloco"
      [emptyText]="'identity.jobs.emptyText' | transloco"
    >
      <ng-template uiCell="state" let-row>
        <ui-state [tone]="tones[row.state]">{{ 'ui.job.' + row.state | transloco }}</ui-state>
        @if (row.error) {
          <div class="small muted">{{ row.error | localText }}</div>
        }
      </ng-template>
    </ui-list-page>
  `,
})
export class JobList {
  private readonly api = inject(JobsClient);
  private readonly formats = inject(Formats);
  private readonly words = inject(JobWords);
  private readonly all = inject(Session).can('jobsReadAll');
  protected readonly tones = JOB_TONES;

  protected readonly list = listState<JobView>({
    name: 'jobs',
    id: (row) => row.id,
    link: (row) => ['/jobs', row.id],
    columns: [
      {
        key: 'subject',
        label: 'identity.jobs.subject',
        main: true,
        value: (row) => row.subject || this.words.kind(row.kind),
      },
      { key: 'kind', label: 'identity.jobs.kind', value: (row) => this.words.kind(row.kind) },
      { key: 'state', label: 'identity.jobs.state' },
      {
        key: 'progress',
        label: 'identity.jobs.progress',
        align: 'end',
        value: (row) => (row.total ? `${this.formats.number(row.done)} / ${this.formats.number(row.total)}` : ''),
      },
      { key: 'by', label: 'identity.jobs.by', value: (row) => row.requestedByName },
      {
        key: 'at',
        label: 'identity.jobs.at',
        nowrap: true,
        value: (row) => this.formats.dateTime(row.requestedAt, 'medium'),
      },
    ],
    filters: [
      {
        key: 'state',
        label: 'identity.jobs.state',
        kind: 'choice',
        options: ['queued', 'running', 'succeeded', 'failed'].map((value) => ({ value, label: `ui.job.${value}` })),
      },
      { key: 'mine', label: 'identity.jobs.mine', kind: 'yes' },
    ],
    load: ({ page, size, filters }) =>
      this.api.listJobs(filters['state'] as JobState | undefined, !this.all || !!filters['mine'], page, size),
  });
}
