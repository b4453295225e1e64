import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { ImportState as State } from '@api';
import { TranslocoPipe } from '@jsverse/transloco';
import { StateTone, UiState } from '@ui';

/** `cutOff`: applying has failed and waits for somebody to try again or stop it. */
export type ShownState = State | 'cutOff';

const TONES: Record<ShownState, StateTone> = {
  reading: 'info',
  checked: 'warn',
  applying: 'info',
  applied: 'good',
  discarded: 'paused',
  stopped: 'bad',
  failed: 'bad',
  cutOff: 'bad',
};

@Component({
  selector: 'app-import-state',
  imports: [TranslocoPipe, UiState],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<ui-state [tone]="tone()">{{ 'organization.import.state.' + state() | transloco }}</ui-state>`,
})
export class ImportState {
  readonly state = input.required<ShownState>();
  protected readonly tone = computed(() => TONES[this.state()]);
}
