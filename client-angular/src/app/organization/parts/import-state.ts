import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { ImportState as State } from '@api';
import { TranslocoPipe } from '@jsverse/transloco';
import { StateTone, UiState } from '@ui';

const TONES: Record<State, StateTone> = {
  reading: 'info',
  checked: 'warn',
  applying: 'info',
  applied: 'good',
  discarded: 'paused',
  stopped: 'bad',
  failed: 'bad',
};

@Component({
  selector: 'app-import-state',
  imports: [TranslocoPipe, UiState],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<ui-state [tone]="tone()">{{ 'organization.import.state.' + state() | transloco }}</ui-state>`,
})
export class ImportState {
  readonly state = input.required<State>();
  protected readonly tone = computed(() => TONES[this.state()]);
}
