import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatCheckboxModule } from '@angular/material/checkbox';
import { RouterLink } from '@angular/router';
import { CertificateBatchRowState, CertificateBatchRowView, CertificateRowMail, MailTrack, RowSignature } from '@api';
import { FORMAT_PIPES } from '@core/format.pipes';
import { AppMailTrack } from '@core/mail/mail-track';
import { TranslocoPipe } from '@jsverse/transloco';
import { StateTone, UiState } from '@ui';
import { problemKey } from '../problem-key';
import { CertificateState } from './certificate-state';

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

/** The people of a batch: number, state, signature and mail of each; chosen for printing or for another mail. */
@Component({
  selector: 'app-batch-rows',
  imports: [
    AppMailTrack,
    CertificateState,
    MatButtonModule,
    MatCheckboxModule,
    RouterLink,
    TranslocoPipe,
    UiState,
    ...FORMAT_PIPES,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './batch-rows.html',
  styles: `
    .check {
      width: 1%;
      padding-block: 0;
    }
    .mail {
      min-width: 11rem;
      max-width: 18rem;
    }
    .on-cards {
      display: none;
    }
    @media (max-width: 639px) {
      .on-cards {
        display: inline;
      }
      /* All can be chosen here too; a row begins with its box and its name on one line. */
      .stacked thead {
        position: static;
        width: auto;
        height: auto;
        clip-path: none;
      }
      .stacked thead tr {
        padding-block: 0;
        border: 0;
      }
      .stacked th:not(.check) {
        display: none;
      }
      .stacked th.check {
        padding-inline: 0;
        border: 0;
      }
      .stacked .first {
        display: inline-block;
        width: auto;
        margin-inline-end: var(--space-2);
        vertical-align: middle;
      }
    }
  `,
})
export class BatchRows {
  readonly rows = input.required<readonly CertificateBatchRowView[]>();
  /** Mails are shown to those who may send them. */
  readonly sends = input(false);
  readonly busy = input(false);
  /** Positions; also of rows on other pages. */
  readonly chosen = input<readonly number[]>([]);
  readonly chosenChange = output<Iterable<number>>();
  readonly sendTo = output<CertificateBatchRowView>();
  protected readonly marked = computed(() => new Set(this.chosen()));
  protected readonly tones = TONES;
  protected readonly signatureTones = SIGNATURE_TONES;
  protected readonly problemKey = problemKey;
  protected readonly issued = computed(() => this.rows().filter((row) => row.state === 'issued'));
  protected readonly all = computed(
    () => this.issued().length > 0 && this.issued().every((row) => this.marked().has(row.position)),
  );
  protected readonly some = computed(() => !this.all() && this.issued().some((row) => this.marked().has(row.position)));

  protected choose(rows: readonly CertificateBatchRowView[], isChosen: boolean): void {
    const chosen = new Set(this.chosen());
    for (const { position } of rows) {
      if (isChosen) chosen.add(position);
      else chosen.delete(position);
    }
    this.chosenChange.emit(chosen);
  }

  protected chooseAll(isChosen: boolean): void {
    this.choose(this.issued(), isChosen);
  }

  /** As mails look everywhere; nothing where there is none to tell of. */
  protected track({ state, at, address, problem }: CertificateRowMail): MailTrack | undefined {
    if (state === 'internal' || state === 'noAddress' || state === 'notSent') return undefined;
    return { state, at: at ?? '', toAddress: address ?? '', problem: problem ?? undefined };
  }

  protected canSend(row: CertificateBatchRowView): boolean {
    return row.standing === 'issued' && row.mail != null && row.mail.state !== 'internal';
  }
}
