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
    return this.known(`shell.jobKinds.${kind.replaceAll('.', '_')}`) ?? kind;
  }

  /** What a number of the summary counts; without words it says nothing to anybody. */
  result(name: string): string | undefined {
    return this.known(`shell.jobResults.${name}`);
  }

  private known(key: string): string | undefined {
    const texts = this.transloco.getTranslation(this.transloco.getActiveLang()) as Record<string, unknown>;
    const text = texts[key];
    return typeof text === 'string' ? text : undefined;
  }
}
