import { ChangeDetectionStrategy, Component, computed, effect, inject } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { LearningHoursClient } from '@api';
import { FORMAT_PIPES } from '@core/format.pipes';
import { Jobs } from '@core/jobs';
import { act, loaded } from '@core/load';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiEmpty, UiJobProgress, UiPageHeader, UiProblem, UiState, UiWaiting } from '@ui';

/** Reads the ledger again on request and says which entries do not stand as they were posted. */
@Component({
  selector: 'app-ledger-checks',
  imports: [
    MatButtonModule,
    RouterLink,
    TranslocoPipe,
    UiEmpty,
    UiJobProgress,
    UiPageHeader,
    UiProblem,
    UiState,
    UiWaiting,
    ...FORMAT_PIPES,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ui-page-header
      [title]="'learning-hours.checks.title' | transloco"
      [subtitle]="'learning-hours.checks.intro' | transloco"
    >
      <ng-container uiActions>
        <button matButton="filled" type="button" [disabled]="ask.running() || running()" (click)="ask.run()">
          {{ 'learning-hours.checks.start' | transloco }}
        </button>
      </ng-container>
    </ui-page-header>
    @if (ask.problem(); as problem) {
      <ui-problem [problem]="problem" (retry)="ask.run()" />
    }
    @if (running(); as job) {
      <ui-job-progress [job]="job" />
    }
    @if (list.problem(); as problem) {
      <ui-problem [problem]="problem" (retry)="list.reload()" />
    } @else if (list.value(); as shown) {
      @if (shown.faults.length > 0) {
        <section>
          <h2>{{ 'learning-hours.checks.faults' | transloco }}</h2>
          <p>{{ 'learning-hours.checks.faultsHelp' | transloco }}</p>
          <div class="scroll" tabindex="0" role="region" [attr.aria-label]="'learning-hours.checks.faults' | transloco">
            <table class="table">
              <thead>
                <tr>
                  <th scope="col">{{ 'learning-hours.checks.person' | transloco }}</th>
                  <th scope="col" class="end">{{ 'learning-hours.checks.sequence' | transloco }}</th>
                  <th scope="col">{{ 'learning-hours.checks.what' | transloco }}</th>
                </tr>
              </thead>
              <tbody>
                @for (fault of shown.faults; track $index) {
                  <tr>
                    <td>
                      <a [routerLink]="['/employees', fault.employeeId]">{{
                        fault.employeeName || fault.employeeId
                      }}</a>
                    </td>
                    <td class="end">{{ fault.kind === 'yearDiffers' ? '–' : fault.sequence }}</td>
                    <td>{{ 'learning-hours.checks.kind.' + fault.kind | transloco: { year: fault.sequence } }}</td>
                  </tr>
                }
              </tbody>
            </table>
          </div>
        </section>
      }
      @if (shown.checks.length === 0) {
        <ui-empty
          icon="shield"
          [title]="'learning-hours.checks.empty' | transloco"
          [text]="'learning-hours.checks.emptyText' | transloco"
        />
      } @else {
        <section>
          <h2>{{ 'learning-hours.checks.past' | transloco }}</h2>
          <ul>
            @for (check of shown.checks; track check.id) {
              <li>
                <strong>{{ check.requestedAt | dayTime }}</strong>
                <span class="muted">{{ check.requestedByName }}</span>
                @if (!check.finishedAt) {
                  <ui-state tone="info">{{ 'learning-hours.checks.running' | transloco }}</ui-state>
                } @else if (check.faults === 0) {
                  <ui-state tone="good">{{
                    'learning-hours.checks.whole'
                      | transloco: { entries: (check.entries | count), people: (check.people | count) }
                  }}</ui-state>
                } @else {
                  <ui-state tone="bad">{{
                    'learning-hours.checks.broken'
                      | transloco: { faults: (check.faults | count), entries: (check.entries | count) }
                  }}</ui-state>
                }
              </li>
            }
          </ul>
        </section>
      }
    } @else {
      <ui-waiting />
    }
  `,
  styles: `
    section {
      margin-top: var(--space-5);
    }
    .scroll {
      position: relative;
      overflow-x: auto;
    }
    ul {
      padding: 0;
      list-style: none;
    }
    li {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--space-2) var(--space-4);
      padding: var(--space-3) 0;
      border-bottom: var(--line);
    }
  `,
})
export class LedgerChecks {
  private readonly api = inject(LearningHoursClient);
  private readonly jobs = inject(Jobs);
  protected readonly list = loaded(() => this.api.listLedgerChecks());
  protected readonly ask = act(() => this.api.verifyLedger(), {
    then: ({ jobId }) => {
      this.jobs.follow(jobId, 'shell.jobKinds.ledger_verify', '/ledger-checks');
      this.list.reload();
    },
  });
  private readonly open = computed(() => this.list.value()?.checks.find((check) => !check.finishedAt)?.jobId);
  protected readonly running = computed(() => this.jobs.running().find((job) => job.id === this.open()));

  constructor() {
    this.list.load();
    effect(() => {
      const id = this.open();
      // Also a check that somebody else began, or one that was left and found again.
      if (id) this.jobs.follow(id, 'shell.jobKinds.ledger_verify', '/ledger-checks');
    });
    effect(() => {
      const job = this.jobs.all().find((one) => one.id === this.open());
      if (job && Jobs.hasEnded(job)) this.list.reload();
    });
  }
}
