import { ChangeDetectionStrategy, Component, computed, effect, inject } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { JpYearView, LearningHoursClient } from '@api';
import { FORMAT_PIPES } from '@core/format.pipes';
import { Formats } from '@core/formats';
import { Jobs } from '@core/jobs';
import { act, loaded } from '@core/load';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { Confirm, UiJobProgress, UiPageHeader, UiProblem, UiState, UiWaiting } from '@ui';
import { YearPreview } from '../parts/year-preview';

const FREEZING = 'shell.jobKinds.ledger_freeze_year';

/** Years of lesson hours: which are closed, by whom, when, why and with what; closed and opened again here. */
@Component({
  selector: 'app-jp-years',
  imports: [
    MatButtonModule,
    TranslocoPipe,
    UiJobProgress,
    UiPageHeader,
    UiProblem,
    UiState,
    UiWaiting,
    YearPreview,
    ...FORMAT_PIPES,
  ],
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
          <li class="card" [attr.data-year]="year.year">
            <div class="row head">
              <h2 class="grow">{{ year.year }}</h2>
              @if (year.closed; as closed) {
                <ui-state [tone]="closed.frozenAt ? 'good' : 'info'">{{
                  (closed.frozenAt ? 'learning-hours.years.closed' : 'learning-hours.years.freezing') | transloco
                }}</ui-state>
              } @else {
                <ui-state tone="paused">{{ 'learning-hours.years.open' | transloco }}</ui-state>
              }
              @if (year.canClose) {
                <button matButton="outlined" type="button" [disabled]="busy()" (click)="look(year.year)">
                  {{ 'learning-hours.years.preview' | transloco: { year: year.year } }}
                </button>
              }
              @if (year.canReopen) {
                <button matButton type="button" [disabled]="busy()" (click)="openAgain(year)">
                  {{ 'learning-hours.years.reopen' | transloco: { year: year.year } }}
                </button>
              }
            </div>
            @if (year.closed; as closed) {
              <p>
                {{
                  'learning-hours.years.closedBy'
                    | transloco: { name: closed.closedByName, at: (closed.closedAt | dayTime) }
                }}
                <span class="muted">“{{ closed.reason }}”</span>
              </p>
              @if (closed.frozenAt) {
                <p class="small muted">
                  {{
                    'learning-hours.years.figures'
                      | transloco
                        : {
                            people: (closed.people | count),
                            met: (closed.met | count),
                            owing: (closed.owing | count),
                            jp: (closed.jp | jp),
                          }
                  }}
                </p>
              }
            }
            @for (earlier of year.earlier; track earlier.closedAt) {
              <p class="small muted">
                {{
                  'learning-hours.years.reopened'
                    | transloco
                      : {
                          closed: (earlier.closedAt | dayTime),
                          closer: earlier.closedByName,
                          at: (earlier.reopenedAt | dayTime),
                          name: earlier.reopenedByName,
                        }
                }}
                “{{ earlier.reopenReason }}”
              </p>
            }
            @if (preview.value()?.year === year.year && year.canClose) {
              <app-year-preview [preview]="preview.value()!" [disabled]="busy()" (closeYear)="shut(year.year)" />
            }
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
    .card {
      padding: var(--space-3) var(--space-5);
    }
    .head {
      flex-wrap: wrap;
      min-height: 48px;
    }
    h2,
    p {
      margin: 0;
    }
    p {
      padding-bottom: var(--space-2);
      overflow-wrap: anywhere;
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
