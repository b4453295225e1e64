import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { CertificateStatus } from '@api';
import { TranslocoPipe } from '@jsverse/transloco';
import { StateTone, UiState } from '@ui';

const TONES: Record<CertificateStatus, StateTone> = { issued: 'gold', revoked: 'bad', replaced: 'paused' };

/** How a certificate stands. */
@Component({
  selector: 'app-certificate-state',
  imports: [TranslocoPipe, UiState],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<ui-state [tone]="tone()">{{ 'certificates.status.' + status() | transloco }}</ui-state>`,
})
export class CertificateState {
  readonly status = input.required<CertificateStatus>();
  protected readonly tone = computed(() => TONES[this.status()]);
}
