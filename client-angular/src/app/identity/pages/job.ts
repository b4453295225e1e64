import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { JobsClient } from '@api';
import { FORMAT_PIPES } from '@core/format.pipes';
import { Formats } from '@core/formats';
import { Jobs } from '@core/jobs';
import { LanguageSwitch } from '@core/language';
import { loaded } from '@core/load';
import { LocalTextPipe } from '@core/local-text.pipe';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiFact, UiFacts, UiJobProgress, UiPageHeader, UiProblem, UiState, UiWaiting } from '@ui';
import { JOB_TONES, JobWords } from '../job-words';

/** One piece of long work, live while it runs. */
@Component({
  selector: 'app-job',
  imports: [
    LocalTextPipe,
    TranslocoPipe,
    UiFact,
    UiFacts,
    UiJobProgress,
    UiPageHeader,
    UiProblem,
    UiState,
    UiWaiting,
    ...FORMAT_PIPES,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (job.problem(); as problem) {
      <ui-problem [problem]="problem" (retry)="job.reload()" />
    } @else if (job.value(); as found) {
      <ui-page-header [title]="found.subject || words.kind(found.kind)" [subtitle]="words.kind(found.kind)">
        <ui-state [tone]="tones[found.state]">{{ 'ui.job.' + found.state | transloco }}</ui-state>
      </ui-page-header>
      <div class="card stack">
        @if (live(); as running) {
          <ui-job-progress [job]="running" />
        }
        <ui-facts>
          <ui-fact [label]="'identity.jobs.by' | transloco">{{ found.requestedByName }}</ui-fact>
          <ui-fact [label]="'identity.jobs.at' | transloco">{{ found.requestedAt | dayTime }}</ui-fact>
          <ui-fact [label]="'identity.jobs.started' | transloco">{{ found.startedAt | dayTime }}</ui-fact>
          <ui-fact [label]="'identity.jobs.finished' | transloco">{{ found.finishedAt | dayTime }}</ui-fact>
          @if (found.errorCode) {
            <ui-fact [label]="'identity.jobs.error' | transloco">{{
              (found.error | localText) || found.errorCode
            }}</ui-fact>
          }
          @for (line of result(); track line.name) {
            <ui-fact [label]="line.name">{{ line.value }}</ui-fact>
          }
        </ui-facts>
      </div>
    } @else {
      <ui-waiting />
    }
  `,
})
export class JobPage {
  readonly id = input.required<string>();
  private readonly api = inject(JobsClient);
  private readonly jobs = inject(Jobs);
  private readonly formats = inject(Formats);
  private readonly language = inject(LanguageSwitch);
  protected readonly words = inject(JobWords);
  protected readonly tones = JOB_TONES;

  protected readonly job = loaded((id: string) => this.api.getJob(id));
  /** Followed in the tray as well, from the moment it is looked at while it runs. */
  protected readonly live = computed(() => this.jobs.all().find((known) => known.id === this.id()));
  protected readonly result = computed(() => {
    this.language.texts();
    const result: unknown = this.job.value()?.result;
    if (typeof result !== 'object' || result === null) return [];
    return Object.entries(result).flatMap(([key, value]) => {
      const name = this.words.result(key);
      if (!name || typeof value !== 'number') return [];
      return [{ name, value: key === 'size' ? this.formats.bytes(value) : this.formats.number(value) }];
    });
  });

  constructor() {
    effect(() => {
      this.job.load(this.id());
    });
    effect(() => {
      const found = this.job.value();
      if (found && (found.state === 'queued' || found.state === 'running')) {
        this.jobs.follow(found.id, found.subject || this.words.kind(found.kind), `/jobs/${found.id}`);
      }
    });
    // The facts follow when the work ends.
    effect(() => {
      const live = this.live();
      const shown = this.job.value();
      if (live && shown && Jobs.hasEnded(live) && !shown.finishedAt) this.job.reload();
    });
  }
}
