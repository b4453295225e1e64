import { Injectable, inject } from '@angular/core';
import { BulkAnswer, ParticipationClient, RefusedPersonAnswer } from '@api';
import { Notices } from '@core/notices';
import { asProblem } from '@core/problem';
import { TranslocoService } from '@jsverse/transloco';
import { Confirm } from '@ui';
import { Observable } from 'rxjs';

interface Candidate {
  readonly source: string;
}

/** Deciding about candidates, many at once: what goes out is said before, and the rest can be undone for ten seconds. */
@Injectable({ providedIn: 'root' })
export class Decisions {
  private readonly api = inject(ParticipationClient);
  private readonly confirm = inject(Confirm);
  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);

  send(participantIds: readonly string[], approve: boolean, reason?: string): Observable<BulkAnswer> {
    return this.api.decideParticipants({
      decisions: participantIds.map((participantId) => ({ participantId, approve, reason })),
    });
  }

  /** Who applied is told at once and for good; of the others nobody knows yet. */
  askToReject(people: readonly Candidate[]): Promise<{ reason: string } | undefined> {
    const told = people.filter(({ source }) => source === 'applied' || source === 'registered').length;
    return this.confirm.ask({
      title: this.transloco.translate('participants.reject.title'),
      text: this.transloco.translate('participants.reject.text', { count: people.length }),
      action: this.transloco.translate('participants.reject.action'),
      points: told > 0 ? [this.transloco.translate('participants.reject.told', { count: told })] : undefined,
      reason: 'required',
      reasonMaximum: 500,
    });
  }

  /** Says what was done, with the way back where there is one. */
  tell(outcome: BulkAnswer, then: (refused: readonly RefusedPersonAnswer[]) => void): void {
    const refused = outcome.refused.length;
    const decision = outcome.done.some(({ state }) => state === 'rejected') ? 'rejected' : 'approved';
    const key = `participants.decided.${decision}${refused > 0 ? '' : 'All'}`;
    const values = { done: outcome.done.length, refused };
    const undoable = outcome.done.filter(({ canTakeBack }) => canTakeBack).map(({ participantId }) => participantId);
    if (undoable.length > 0) this.notices.undoable(key, () => this.takeBack(undoable, then), values);
    else this.notices.say(key, values);
  }

  private takeBack(participantIds: string[], then: (refused: readonly RefusedPersonAnswer[]) => void): void {
    this.api.takeBackDecisions({ participantIds }).subscribe({
      next: (outcome) => {
        const refused = outcome.refused.length;
        const key = refused > 0 ? 'participants.takenBack' : 'participants.takenBackAll';
        this.notices.say(key, { done: outcome.done.length, refused });
        then(outcome.refused);
      },
      error: (error: unknown) => {
        this.notices.problem(asProblem(error));
        then([]);
      },
    });
  }
}
