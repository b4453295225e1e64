import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { TrainingState } from '@api';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiState } from '@ui';
import { STATE_TONES } from '../training-words';

@Component({
  selector: 'app-training-state',
  imports: [TranslocoPipe, UiState],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<ui-state [tone]="tone()">{{ 'trainings.state.' + state() | transloco }}</ui-state>`,
})
export class TrainingStateLabel {
  readonly state = input.required<TrainingState>();
  protected readonly tone = computed(() => STATE_TONES[this.state()]);
}
