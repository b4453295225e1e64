import { Injectable, inject } from '@angular/core';
import { AuditClient } from '@api';
import { Session } from '@core/session';
import type { ConflictAsk } from '@ui';
import { firstValueFrom } from 'rxjs';

/** Who changed an object last, for the question of two people on one record; nothing when it may not be known. */
@Injectable({ providedIn: 'root' })
export class LastChange {
  private readonly api = inject(AuditClient);
  private readonly session = inject(Session);

  async of(subjectType: string, id: string): Promise<Pick<ConflictAsk, 'who' | 'at' | 'own'>> {
    try {
      const page = await firstValueFrom(this.api.getObjectHistory(subjectType, id, 1, 5));
      const last = page.items.find((entry) => entry.change !== 'noted');
      return last ? { who: last.userName, at: last.at, own: last.userId === this.session.user()?.id } : {};
    } catch {
      return {};
    }
  }
}
