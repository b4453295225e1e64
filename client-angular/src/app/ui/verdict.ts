import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { UiIcon } from './icon';
import { IconName } from './icons';

export type VerdictTone = 'good' | 'warn' | 'bad';

const ICONS: Record<VerdictTone, IconName> = { good: 'shield-check', warn: 'state-warn', bad: 'state-bad' };

/**
 * The answer to "is this paper genuine?" in one glance (word, colour and shape); inside it what the paper must say, and
 * under it how to compare.
 */
@Component({
  selector: 'ui-verdict',
  imports: [UiIcon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <section class="card" [attr.data-tone]="tone()">
      <h2><ui-icon [name]="icons[tone()]" [size]="28" /> {{ title() }}</h2>
      <ng-content />
      <p class="small muted compare">{{ compare() }}</p>
    </section>
  `,
  styles: `
    section {
      --tone: var(--state-good);
      padding: var(--space-5);
      border-top: 5px solid var(--tone);
    }
    [data-tone='warn'] {
      --tone: var(--state-warn);
    }
    [data-tone='bad'] {
      --tone: var(--state-bad);
    }
    h2 {
      display: flex;
      align-items: center;
      gap: var(--space-2);
      font-size: 1.5rem;
      color: var(--tone);
    }
    .compare {
      margin: var(--space-4) 0 0;
    }
  `,
})
export class UiVerdict {
  readonly tone = input.required<VerdictTone>();
  readonly title = input.required<string>();
  readonly compare = input.required<string>();
  protected readonly icons = ICONS;
}
