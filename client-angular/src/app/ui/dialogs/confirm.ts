import { Injectable, inject } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { firstValueFrom } from 'rxjs';
import type { ConfirmDialog } from './confirm-dialog';
import type { ConflictDialog } from './conflict-dialog';

/** All texts are in words already: the page translates, because it knows what will happen to how many. */
export interface ConfirmAsk {
  readonly title: string;
  /** What will happen, and to how many. */
  readonly text: string;
  /** The verb on the button. */
  readonly action: string;
  /** Ask for a reason: required, or welcome. */
  readonly reason?: 'required' | 'optional';
  readonly reasonLabel?: string;
  readonly reasonMinimum?: number;
  readonly reasonMaximum?: number;
  readonly destructive?: boolean;
  /** Consequences, one a line. */
  readonly points?: readonly string[];
}

export interface ConflictField {
  readonly key: string;
  readonly label: string;
  readonly mine: string;
  readonly theirs: string;
}

export interface ConflictAsk {
  readonly fields: readonly ConflictField[];
  readonly who?: string;
  readonly at?: string;
  /** The change came from the same person's other window. */
  readonly own?: boolean;
  /** What the other changed besides and nobody disputes: it stands. */
  readonly standing?: readonly string[];
}

/** Questions asked on top of the page. Dialog code loads with the first question. */
@Injectable({ providedIn: 'root' })
export class Confirm {
  private readonly dialog = inject(MatDialog);
  private asking = false;

  /**
   * The reason given (empty when none was asked), or nothing when the person turned back. A button pressed twice asks
   * once: the second press has its answer already, which is none.
   */
  async ask(ask: ConfirmAsk): Promise<{ reason: string } | undefined> {
    if (this.asking) return undefined;
    this.asking = true;
    try {
      return await this.answered(ask);
    } finally {
      this.asking = false;
    }
  }

  /**
   * Somebody else changed the record first: compare, and choose field by field. The keys of the fields that keep mine,
   * none of them when theirs is taken whole; nothing when the person goes on editing.
   */
  async resolve(ask: ConflictAsk): Promise<ReadonlySet<string> | undefined> {
    const { ConflictDialog } = await import('./conflict-dialog');
    const opened = this.dialog.open<ConflictDialog, ConflictAsk, ReadonlySet<string>>(ConflictDialog, {
      data: ask,
      width: '44rem',
      maxWidth: 'calc(100vw - 32px)',
      ariaLabelledBy: 'conflict-title',
    });
    return firstValueFrom(opened.afterClosed());
  }

  private async answered(ask: ConfirmAsk): Promise<{ reason: string } | undefined> {
    const { ConfirmDialog } = await import('./confirm-dialog');
    const opened = this.dialog.open<ConfirmDialog, ConfirmAsk, { reason: string }>(ConfirmDialog, {
      data: ask,
      width: '30rem',
      maxWidth: 'calc(100vw - 32px)',
      autoFocus: ask.reason ? 'textarea' : 'dialog',
      ariaLabelledBy: 'confirm-title',
    });
    return firstValueFrom(opened.afterClosed());
  }
}
