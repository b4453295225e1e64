import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatButtonToggleModule } from '@angular/material/button-toggle';
import { MatPaginatorModule, PageEvent } from '@angular/material/paginator';
import { MatProgressBarModule } from '@angular/material/progress-bar';
import { RouterLink } from '@angular/router';
import { CertificateBatchesClient, CertificateBatchRowState, RowSignature } from '@api';
import { FORMAT_PIPES } from '@core/format.pipes';
import { Jobs } from '@core/jobs';
import { act, loaded } from '@core/load';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { Confirm, StateTone, UiPageHeader, UiProblem, UiState, UiWaiting } from '@ui';
import { SignForm } from '../parts/sign-form';
import { problemKey } from '../problem-key';

const TONES: Record<CertificateBatchRowState, StateTone> = {
  pending: 'info',
  issued: 'gold',
  skipped: 'draft',
  failed: 'bad',
};

const SIGNATURE_TONES: Record<RowSignature, StateTone> = {
  notYet: 'draft',
  waiting: 'info',
  waitingForTimestamp: 'warn',
  done: 'good',
  failed: 'bad',
};

/** One act of issuing: how far it is while it runs, then its people, their numbers and the archive. */
@Component({
  selector: 'app-certificate-batch',
  imports: [
    MatButtonModule,
    MatButtonToggleModule,
    MatPaginatorModule,
    MatProgressBarModule,
    RouterLink,
    SignForm,
    TranslocoPipe,
    UiPageHeader,
    UiProblem,
    UiState,
    UiWaiting,
    ...FORMAT_PIPES,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
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
  `,
})
export class CertificateBatchPage {
  readonly id = input.required<string>();
  private readonly api = inject(CertificateBatchesClient);
  private readonly jobs = inject(Jobs);
  private readonly confirm = inject(Confirm);
  private readonly transloco = inject(TranslocoService);
  protected readonly states: readonly CertificateBatchRowState[] = ['issued', 'failed', 'skipped', 'pending'];
  protected readonly tones = TONES;
  protected readonly signatureTones = SIGNATURE_TONES;
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
  protected readonly problemKey = problemKey;
  protected readonly state = signal<CertificateBatchRowState | undefined>(undefined);
  protected readonly page = signal({ number: 1, size: 50 });
  protected readonly batch = loaded(
    (id: string, state: CertificateBatchRowState | undefined, page: number, size: number) =>
      this.api.getCertificateBatch(id, state, page, size),
  );
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
      this.batch.load(this.id(), this.state(), this.page().number, this.page().size);
    });
    // While it runs it is asked again; the tray follows the job when the page is left.
    effect((onCleanup) => {
      const batch = this.batch.value();
      if (!batch) return;
      const issuing = batch.state !== 'completed' && batch.state !== 'paused';
      if (!issuing && !batch.rows.items.some((row) => row.signature === 'waiting')) return;
      if (issuing) {
        untracked(() =>
          this.jobs.follow(batch.jobId, 'shell.jobKinds.certificates_issue', `/certificate-batches/${batch.id}`),
        );
      }
      const timer = setTimeout(() => {
        this.batch.reload();
      }, 700);
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

  protected turn(event: PageEvent): void {
    this.page.set({ number: event.pageIndex + 1, size: event.pageSize });
  }

  protected choose(state: CertificateBatchRowState | ''): void {
    this.page.update(({ size }) => ({ number: 1, size }));
    this.state.set(state === '' ? undefined : state);
  }
}
