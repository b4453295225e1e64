import { Injectable, inject } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { firstValueFrom } from 'rxjs';
import type { SendMailAsk, SendMailDialog } from './send-mail-dialog';

/** Asks before a mail goes out once more. The dialog's code loads with the first question. */
@Injectable({ providedIn: 'root' })
export class SendMail {
  private readonly dialog = inject(MatDialog);

  /** The better address (empty: the known one), or nothing when the person turned back. */
  async ask(ask: SendMailAsk): Promise<string | undefined> {
    const { SendMailDialog } = await import('./send-mail-dialog');
    const opened = this.dialog.open<SendMailDialog, SendMailAsk, string>(SendMailDialog, {
      data: ask,
      width: '28rem',
      maxWidth: 'calc(100vw - 32px)',
    });
    return firstValueFrom(opened.afterClosed());
  }
}
