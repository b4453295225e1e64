import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatButtonToggleModule } from '@angular/material/button-toggle';
import { MatProgressBarModule } from '@angular/material/progress-bar';
import { Params, Router, RouterLink } from '@angular/router';
import { CertificateBatchesClient, CertificateBatchRowState, CertificateBatchState, CertificateMailState } from '@api';
import { FORMAT_PIPES } from '@core/format.pipes';
import { Jobs } from '@core/jobs';
import { LanguageSwitch } from '@core/language';
import { act, loaded } from '@core/load';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { Confirm, StateTone, UiMisread, UiPageHeader, UiPager, UiProblem, UiState, UiWaiting, pagesOf } from '@ui';
import { BatchLinks } from '../batch-links';
import { BatchRows } from '../parts/batch-rows';
import { PrintCopyForm } from '../parts/print-copy-form';
import { SignForm } from '../parts/sign-form';
import { readPositions, writePositions } from '../positions';

const TONES: Record<CertificateBatchState, StateTone> = {
  queued: 'info',
  running: 'info',
  paused: 'paused',
  completed: 'good',
};

/** As many as an address can name. */
const PRINT_MAXIMUM = 200;
const SIZE = 50;
const STATES: readonly CertificateBatchRowState[] = ['issued', 'failed', 'skipped', 'pending'];

/** One act of issuing: how far it is while it runs, then its people, their numbers and mails, archive and print copy. */
@Component({
  selector: 'app-certificate-batch',
  imports: [
    BatchRows,
    MatButtonModule,
    MatButtonToggleModule,
    MatProgressBarModule,
    PrintCopyForm,
    RouterLink,
    SignForm,
    TranslocoPipe,
    UiMisread,
    UiPageHeader,
    UiPager,
    UiProblem,
    UiState,
    UiWaiting,
    ...FORMAT_PIPES,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  providers: [BatchLinks],
  templateUrl: './certificate-batch.html',
  styles: `
    .numbers {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-5);
      margin: var(--space-4) 0;
    }
    .numbers strong {
      display: block;
      font-size: 1.5rem;
    }
    .progress {
      margin-bottom: var(--space-4);
    }
    .scroll {
      overflow-x: auto;
    }
    .mails,
    .bulk {
      margin-top: var(--space-3);
    }
  `,
})
export class CertificateBatchPage {
  readonly id = input.required<string>();
  // Which rows are shown and chosen stands in the address, as with every list.
  readonly state = input<CertificateBatchRowState>();
  readonly mail = input<CertificateMailState>();
  readonly page = input(1, { transform: (page?: string) => Math.max(1, Math.trunc(Number(page)) || 1) });
  /** Positions of chosen rows, also on other pages. */
  readonly chosen = input([], { transform: readPositions });
  private readonly api = inject(CertificateBatchesClient);
  private readonly jobs = inject(Jobs);
  private readonly router = inject(Router);
  private readonly confirm = inject(Confirm);
  private readonly transloco = inject(TranslocoService);
  private readonly language = inject(LanguageSwitch);
  protected readonly states = STATES;
  protected readonly links = inject(BatchLinks);
  protected readonly tones = TONES;
  protected readonly printMaximum = PRINT_MAXIMUM;
  protected readonly printing = signal(false);
  /** The signer is asked for their pass phrase. */
  protected readonly signing = signal(false);
  protected readonly sign = act((passPhrase: string) => this.api.signCertificateBatch(this.id(), { passPhrase }), {
    problems: 'page',
    then: ({ jobId }) => {
      this.signing.set(false);
      this.jobs.follow(jobId, 'shell.jobKinds.certificates_sign', `/certificate-batches/${this.id()}`);
      this.batch.reload();
    },
  });
  protected readonly pagesOf = pagesOf;
  protected readonly batch = loaded(
    (
      id: string,
      state: CertificateBatchRowState | undefined,
      mail: CertificateMailState | undefined,
      page: number,
      size: number,
    ) => this.api.getCertificateBatch(id, state, mail, page, size),
  );
  /** Mails that did not arrive. */
  protected readonly returned = computed(() =>
    (this.batch.value()?.mails ?? [])
      .filter(({ state }) => state === 'bounced' || state === 'failed')
      .reduce((sum, { count }) => sum + count, 0),
  );
  protected readonly misread = computed(() => {
    this.language.texts();
    return (this.batch.problem()?.misread ?? [])
      .map((key) => this.transloco.translate(key === 'mail' ? 'certificates.mail' : 'certificates.column.status'))
      .join(', ');
  });
  private readonly again = () => {
    this.batch.reload();
  };
  protected readonly hold = act(() => this.api.pauseCertificateBatch(this.id()), { then: this.again });
  protected readonly goOn = act(() => this.api.resumeCertificateBatch(this.id()), { then: this.again });
  protected readonly giveUp = act(() => this.api.cancelCertificateBatch(this.id()), { then: this.again });
  protected readonly done = computed(() => {
    const batch = this.batch.value();
    return batch && batch.total > 0 ? ((batch.total - batch.pending) / batch.total) * 100 : 0;
  });

  constructor() {
    effect(() => {
      this.batch.load(this.id(), this.state(), this.mail(), this.page(), SIZE);
    });
    effect(() => {
      if (this.links.sent() === 0) return;
      this.choose([]);
      this.batch.reload();
    });
    // While it runs it is asked again; the tray follows the job when the page is left.
    effect((onCleanup) => {
      const batch = this.batch.value();
      if (!batch) return;
      const issuing = batch.state !== 'completed' && batch.state !== 'paused';
      const signing = batch.rows.items.some((row) => row.signature === 'waiting');
      const mailing = batch.rows.items.some((row) => row.mail?.state === 'waiting');
      if (!issuing && !signing && !mailing) return;
      if (issuing) {
        untracked(() =>
          this.jobs.follow(batch.jobId, 'shell.jobKinds.certificates_issue', `/certificate-batches/${batch.id}`),
        );
      }
      const timer = setTimeout(
        () => {
          this.batch.reload();
        },
        issuing || signing ? 700 : 5_000,
      );
      onCleanup(() => {
        clearTimeout(timer);
      });
    });
  }

  protected async cancel(pending: number): Promise<void> {
    const answer = await this.confirm.ask({
      title: this.transloco.translate('certificates.batch.cancelTitle'),
      text: this.transloco.translate('certificates.batch.cancelText', { pending }),
      action: this.transloco.translate('certificates.batch.cancel'),
      destructive: true,
    });
    if (answer) await this.giveUp.run();
  }

  protected choose(positions: Iterable<number>): void {
    // Every box is not a step for the back button.
    this.show({ chosen: writePositions(positions) }, true);
  }

  /** Changes the address, and leaves the page where the eye is. */
  protected show(queryParams: Params, replaceUrl = false): void {
    void this.router.navigate([], { queryParams, queryParamsHandling: 'merge', replaceUrl, scroll: 'manual' });
  }
}
