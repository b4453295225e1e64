import { Injectable, inject, signal } from '@angular/core';
import { CertificateBatchRowView, CertificateBatchesClient, LinkToSend } from '@api';
import { act } from '@core/load';
import { SendMail } from '@core/mail/send-mail';
import { Notices } from '@core/notices';
import { TranslocoService } from '@jsverse/transloco';
import { Confirm } from '@ui';

/** Mails links of a batch again: to one person, to the chosen ones, or to all whose mail did not arrive. */
@Injectable()
export class BatchLinks {
  private readonly api = inject(CertificateBatchesClient);
  private readonly ask = inject(SendMail);
  private readonly confirm = inject(Confirm);
  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);
  private readonly send = act((batch: string, rows: LinkToSend[]) => this.api.sendCertificateLinks(batch, { rows }), {
    then: ({ sent, onTheirWay, left }) => {
      const whole = onTheirWay + left === 0;
      this.notices.say(`certificates.rowMail.${whole ? 'sentAgain' : 'sentAgainPartly'}`, { sent, onTheirWay, left });
      this.sent.update((times) => times + 1);
    },
  });
  readonly running = this.send.running;
  /** Grows with each sending, for who shows how mails stand. */
  readonly sent = signal(0);

  /** At a better address where it is known. */
  async toOne(batch: string, row: CertificateBatchRowView): Promise<void> {
    const address = row.mail?.address ?? '';
    const email = await this.ask.ask({ name: row.name, address, external: true });
    if (email === undefined) return;
    await this.send.run(batch, [{ position: row.position, email: email === '' ? null : email }]);
  }

  async toChosen(batch: string, positions: readonly number[]): Promise<void> {
    const rows = positions.map((position) => ({ position }));
    if (await this.agreed(rows.length)) await this.send.run(batch, rows);
  }

  async toReturned(batch: string, count: number): Promise<void> {
    if (await this.agreed(count)) await this.send.run(batch, []);
  }

  private async agreed(count: number): Promise<boolean> {
    const answer = await this.confirm.ask({
      title: this.transloco.translate('certificates.rowMail.confirmTitle', { count }),
      text: this.transloco.translate('certificates.rowMail.confirmText'),
      action: this.transloco.translate('certificates.rowMail.again'),
    });
    return Boolean(answer);
  }
}
