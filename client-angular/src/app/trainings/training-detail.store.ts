import { Injectable, computed, inject } from '@angular/core';
import { CompletionClient, CompletionView, RevisionDecision, TrainingsClient } from '@api';
import { act, loaded } from '@core/load';
import { firstValueFrom } from 'rxjs';

/** One training and what is done with it; tabs keep their own lists and tell this store when the training changed. */
@Injectable()
export class TrainingDetailStore {
  private readonly api = inject(TrainingsClient);
  private readonly completion = inject(CompletionClient);

  readonly training = loaded((id: string) => this.api.getTraining(id));
  /** Tabs that show what follows from the training look again when this changes, whoever changed it. */
  readonly version = computed(() => this.training.value()?.version);
  readonly certificatesOwed = computed(() => this.training.value()?.certificatesOwed);
  readonly history = loaded((id: string) => this.api.getTrainingHistory(id));

  readonly submit = this.move((id: string) => this.api.submitTraining(id), 'submitted');
  readonly approve = this.move(
    (id: string, notes: string | undefined, version: number) => this.api.approveTraining(id, `"${version}"`, { notes }),
    'approved',
  );
  readonly sendBack = this.move((id: string, notes: string) => this.api.returnTraining(id, { notes }), 'returned');
  readonly open = this.move((id: string) => this.api.openTraining(id), 'opened');
  readonly start = this.move((id: string) => this.api.startTraining(id), 'started');
  readonly complete = this.move(
    (id: string, reason: string) => this.completion.completeTraining(id, reason ? { reason } : undefined),
    'completed',
  );
  readonly reopen = this.move(
    (id: string, reason: string) => this.completion.reopenTraining(id, { reason }),
    'reopened',
  );
  readonly close = this.move((id: string) => this.api.closeTraining(id), 'closed');
  readonly cancel = this.move((id: string, reason: string) => this.api.cancelTraining(id, { reason }), 'cancelled');

  readonly decide = this.move(
    (id: string, decision: RevisionDecision, version: number) => this.api.decideRevision(id, decision, `"${version}"`),
    'decided',
  );

  /** What completing would do now, asked for the question before it. */
  foresee(id: string): Promise<CompletionView> {
    return firstValueFrom(this.completion.getCompletion(id, undefined, 1, 1));
  }

  refresh(): void {
    this.training.reload();
    this.history.reload();
  }

  private move<T, A extends unknown[]>(send: (...args: A) => import('rxjs').Observable<T>, word: string) {
    return act(send, {
      done: `trainings.done.${word}`,
      then: () => {
        this.refresh();
      },
      // Somebody else moved it meanwhile: show where it stands now.
      failed: ({ status }) => {
        if (status === 409 || status === 412) this.refresh();
      },
    });
  }
}
