import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { ParticipantState } from '@api';
import { TranslocoPipe } from '@jsverse/transloco';
import { StateTone, UiState } from '@ui';

const TONES: Record<ParticipantState, StateTone> = {
  nominated: 'info',
  approved: 'info',
  rejected: 'bad',
  invited: 'warn',
  confirmed: 'good',
  declined: 'bad',
  reserve: 'paused',
  withdrawn: 'draft',
  replaced: 'draft',
  attended: 'good',
  passed: 'gold',
  failed: 'bad',
};

/** The state of a participant: the same word and colour in every list. */
@Component({
  selector: 'app-participant-state',
  imports: [TranslocoPipe, UiState],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ui-state [tone]="tone()">
      {{ 'participants.state.' + state() | transloco }}
      @if (rank()) {
        {{ rank() }}
      }
    </ui-state>
  `,
})
export class AppParticipantState {
  readonly state = input.required<ParticipantState>();
  readonly rank = input<number | null>();
  protected readonly tone = computed(() => TONES[this.state()]);
}
