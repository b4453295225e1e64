import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { DictionaryState as State } from '@api';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiState } from '@ui';
import { STATE_TONES } from '../words';

@Component({
  selector: 'app-dictionary-state',
  imports: [TranslocoPipe, UiState],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<ui-state [tone]="tone()">{{ 'competencies.state.' + state() | transloco }}</ui-state>`,
})
export class DictionaryState {
  readonly state = input.required<State>();
  protected readonly tone = computed(() => STATE_TONES[this.state()]);
}
