import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { ImportStanding } from '@api';
import { TranslocoPipe } from '@jsverse/transloco';
import { StateTone, UiState } from '@ui';

const TONES: Record<ImportStanding, StateTone> = {
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
  template: `<ui-state [tone]="tones[state()]">{{ 'organization.import.state.' + state() | transloco }}</ui-state>`,
})
export class ImportState {
  readonly state = input.required<ImportStanding>();
  protected readonly tones = TONES;
}
