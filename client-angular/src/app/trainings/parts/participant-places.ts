import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { ParticipantState } from '@api';
import { FORMAT_PIPES } from '@core/format.pipes';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { Confirm, UiIcon } from '@ui';
import { AddParticipants } from './add-participants';
import { AppParticipantState } from './participant-state';
import { ParticipantsStore } from './participants.store';
import { ReserveOffers } from './reserve-offers';
import { UnitQuotas } from './unit-quotas';

/** In the order in which people go through them. */
export const PARTICIPANT_STATES: ParticipantState[] = [
  'nominated',
  'approved',
  'invited',
  'confirmed',
  'reserve',
  'attended',
  'passed',
  'failed',
  'declined',
  'rejected',
  'withdrawn',
  'replaced',
];

/** How many places there are and who stands where, and what is done about the places rather than about one person. */
@Component({
  selector: 'app-participant-places',
  imports: [
    AddParticipants,
    AppParticipantState,
    ...FORMAT_PIPES,
    MatButtonModule,
    ReserveOffers,
    TranslocoPipe,
    UiIcon,
    UnitQuotas,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './participant-places.html',
  styleUrl: './participant-places.scss',
})
export class ParticipantPlaces {
  readonly trainingId = input.required<string>();
  /** The one state that the list below shows. */
  readonly state = input<string>();
  readonly stateChange = output<ParticipantState | undefined>();

  private readonly confirm = inject(Confirm);
  private readonly transloco = inject(TranslocoService);
  protected readonly store = inject(ParticipantsStore);
  protected readonly adding = signal(false);
  protected readonly showsOffers = signal(false);
  protected readonly showsQuotas = signal(false);

  protected readonly counts = computed(() => {
    const counts = new Map(this.store.summary.value()?.states.map((one) => [one.state, one.count]));
    return PARTICIPANT_STATES.filter((state) => counts.has(state)).map((state) => ({
      state,
      count: counts.get(state) ?? 0,
    }));
  });

  protected readonly approved = computed(() => this.counts().find(({ state }) => state === 'approved')?.count ?? 0);

  protected async inviteAll(): Promise<void> {
    const summary = this.store.summary.value();
    const answer = await this.confirm.ask({
      title: this.words('title'),
      text: this.words('text', { waiting: this.approved(), free: summary?.free ?? 0 }),
      action: this.words('action'),
    });
    if (answer) await this.store.invite.run(this.trainingId(), []);
  }

  protected toggleOffers(): void {
    this.showsOffers.update((shown) => !shown);
    if (this.showsOffers()) this.store.offers.load(this.trainingId());
  }

  private words(key: string, values?: Record<string, unknown>): string {
    return this.transloco.translate(`participants.inviteAll.${key}`, values);
  }
}
