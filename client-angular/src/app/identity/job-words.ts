import { Injectable, inject } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import type { StateTone } from '@ui';

export const JOB_TONES: Record<string, StateTone> = {
  queued: 'draft',
  running: 'info',
  succeeded: 'good',
  failed: 'bad',
};

/** Kinds of long work in people's words; a kind without words shows itself. */
@Injectable({ providedIn: 'root' })
export class JobWords {
  private readonly transloco = inject(TranslocoService);

  kind(kind: string): string {
    const key = `shell.jobKinds.${kind.replaceAll('.', '_')}`;
    const texts = this.transloco.getTranslation(this.transloco.getActiveLang()) as Record<string, unknown>;
    return typeof texts[key] === 'string' ? texts[key] : kind;
  }
}
