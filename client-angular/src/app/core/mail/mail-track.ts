import { ChangeDetectionStrategy, Component, booleanAttribute, input } from '@angular/core';
import { MailState, MailTrack } from '@api';
import { FORMAT_PIPES } from '@core/format.pipes';
import { TranslocoPipe } from '@jsverse/transloco';
import { StateTone, UiState } from '@ui';

const TONES: Record<MailState, StateTone> = {
  waiting: 'info',
  sending: 'info',
  sent: 'good',
  failed: 'bad',
  bounced: 'bad',
};

/** How far a mail has come: the same words beside a participant and on a certificate. */
@Component({
  selector: 'app-mail-track',
  imports: [...FORMAT_PIPES, TranslocoPipe, UiState],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (mail(); as mail) {
      <ui-state [tone]="tones[mail.state]">{{ 'mail.state.' + mail.state | transloco }}</ui-state>
      @if (brief() && mail.state === 'sent') {
        <div class="small muted">{{ mail.at | day }}</div>
      } @else {
        <div class="small muted">{{ mail.at | dayTime }}</div>
        @if (mail.toAddress) {
          <div class="small muted address">{{ mail.toAddress }}</div>
        }
      }
      @if (mail.state !== 'sent' && mail.problem) {
        <div class="small address">{{ mail.problem }}</div>
      }
    } @else if (unreachable()) {
      <ui-state tone="warn">{{ 'mail.noAddress' | transloco }}</ui-state>
      <div class="small muted">{{ 'mail.noAddressHelp' | transloco }}</div>
    }
  `,
  styles: `
    .address {
      overflow-wrap: anywhere;
    }
  `,
})
export class AppMailTrack {
  readonly mail = input<MailTrack | null>();
  readonly unreachable = input(false);
  /** In a list: of what went well only the day. */
  readonly brief = input(false, { transform: booleanAttribute });
  protected readonly tones = TONES;
}
