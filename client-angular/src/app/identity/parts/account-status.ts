import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { StateTone, UiState } from '@ui';

const TONES: Record<string, StateTone> = { invited: 'info', active: 'good', disabled: 'bad' };

@Component({
  selector: 'app-account-status',
  imports: [TranslocoPipe, UiState],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<ui-state [tone]="tone()">{{ 'identity.status.' + status() | transloco }}</ui-state>`,
})
export class AccountStatusLabel {
  readonly status = input.required<string>();
  protected readonly tone = computed(() => TONES[this.status()] ?? 'draft');
}
