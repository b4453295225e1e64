import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { ImportState as State, ImportView } from '@api';
import { TranslocoPipe } from '@jsverse/transloco';
import { StateTone, UiState } from '@ui';

/**
 * `cutOff`: applying has failed and waits for somebody to try again or stop it.
 * `unchanged`: checked, and nothing in it waits for anybody.
 */
type ShownState = State | 'cutOff' | 'unchanged';

const TONES: Record<ShownState, StateTone> = {
  reading: 'info',
  checked: 'warn',
  unchanged: 'draft',
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
  readonly import = input.required<ImportView>();
  protected readonly state = computed<ShownState>(() => {
    const { state, canDiscard, counts } = this.import();
    if (state === 'applying' && canDiscard) return 'cutOff';
    const waiting = counts.new + counts.changed + counts.leaving + counts.wrong + counts.doubtful;
    return state === 'checked' && waiting === 0 ? 'unchanged' : state;
  });
  protected readonly tone = computed(() => TONES[this.state()]);
}
