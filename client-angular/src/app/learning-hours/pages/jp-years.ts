import { ChangeDetectionStrategy, Component, computed, effect, inject } from '@angular/core';
import { JpYearView, LearningHoursClient } from '@api';
import { Formats } from '@core/formats';
import { Jobs } from '@core/jobs';
import { act, loaded } from '@core/load';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { Confirm, UiJobProgress, UiPageHeader, UiProblem, UiWaiting } from '@ui';
import { JpYearCard } from '../parts/jp-year-card';
import { YearPreview } from '../parts/year-preview';

const FREEZING = 'shell.jobKinds.ledger_freeze_year';

/** Years of lesson hours: which are closed, by whom, when, why and with what; closed and opened again here. */
@Component({
  selector: 'app-jp-years',
  imports: [JpYearCard, TranslocoPipe, UiJobProgress, UiPageHeader, UiProblem, UiWaiting, YearPreview],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ui-page-header
      [title]="'learning-hours.years.title' | transloco"
      [subtitle]="'learning-hours.years.intro' | transloco"
    />
    @for (problem of problems(); track $index) {
      <ui-problem [problem]="problem" (retry)="years.reload()" />
    }
    @if (freezing(); as job) {
      <ui-job-progress [job]="job" />
    }
    @if (years.value(); as list) {
      <ul>
        @for (year of list; track year.year) {
          <li>
            <app-jp-year-card [year]="year" [disabled]="busy()" (look)="look(year.year)" (reopen)="openAgain(year)">
              @if (preview.value()?.year === year.year && year.canClose) {
                <app-year-preview [preview]="preview.value()!" [disabled]="busy()" (closeYear)="shut(year.year)" />
              }
            </app-jp-year-card>
          </li>
        }
      </ul>
    } @else if (!years.problem()) {
      <ui-waiting />
    }
  `,
  styles: `
    ul {
      display: grid;
      gap: var(--space-3);
      margin: var(--space-4) 0 0;
      padding: 0;
      list-style: none;
    }
  `,
})
export class JpYears {
  private readonly api = inject(LearningHoursClient);
  private readonly jobs = inject(Jobs);
  private readonly confirm = inject(Confirm);
  private readonly formats = inject(Formats);
  private readonly transloco = inject(TranslocoService);
  protected readonly years = loaded(() => this.api.listJpYears());
  protected readonly preview = loaded((year: number) => this.api.getJpYearPreview(year));
  protected readonly close = act((year: number, reason: string) => this.api.closeJpYear(year, { reason }), {
    problems: 'page',
    then: ({ jobId }) => {
      this.jobs.follow(jobId, FREEZING, '/jp-years');
      this.years.reload();
    },
  });
  protected readonly reopen = act((year: number, reason: string) => this.api.reopenJpYear(year, { reason }), {
    problems: 'page',
    done: 'learning-hours.years.isOpen',
    then: () => {
      this.years.reload();
    },
  });
  protected readonly busy = computed(() => this.close.running() || this.reopen.running() || this.preview.loading());
  protected readonly problems = computed(() =>
    [this.years.problem(), this.preview.problem(), this.close.problem(), this.reopen.problem()].filter((one) => !!one),
  );
  private readonly open = computed(
    () => this.years.value()?.find((year) => year.closed && !year.closed.frozenAt)?.closed?.jobId,
  );
  protected readonly freezing = computed(() => this.jobs.running().find((job) => job.id === this.open()));

  constructor() {
    this.years.load();
    effect(() => {
      const id = this.open();
      if (id) this.jobs.follow(id, FREEZING, '/jp-years');
    });
    effect(() => {
      const job = this.jobs.all().find((one) => one.id === this.open());
      if (job && Jobs.hasEnded(job)) this.years.reload();
    });
  }

  protected look(year: number): void {
    this.preview.load(year);
  }

  protected async shut(year: number): Promise<void> {
    const shown = this.preview.value();
    if (!shown) return;
    const answer = await this.confirm.ask({
      title: this.transloco.translate('learning-hours.years.closeTitle', { year }),
      text: this.transloco.translate('learning-hours.years.closeText', {
        year,
        people: this.formats.number(shown.people),
        jp: this.formats.jp(shown.jp),
      }),
      action: this.transloco.translate('learning-hours.years.close', { year }),
      reason: 'required',
      destructive: true,
    });
    if (answer) await this.close.run(year, answer.reason);
  }

  protected async openAgain({ year }: JpYearView): Promise<void> {
    const answer = await this.confirm.ask({
      title: this.transloco.translate('learning-hours.years.reopenTitle', { year }),
      text: this.transloco.translate('learning-hours.years.reopenText', { year }),
      action: this.transloco.translate('learning-hours.years.reopen', { year }),
      reason: 'required',
      destructive: true,
    });
    if (answer) await this.reopen.run(year, answer.reason);
  }
}
