import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { UiIcon } from './icon';
import { IconName } from './icons';

export type StateTone = 'draft' | 'info' | 'good' | 'warn' | 'bad' | 'paused' | 'gold';

const SHAPES: Record<StateTone, IconName> = {
  draft: 'state-draft',
  info: 'state-info',
  good: 'state-done',
  warn: 'state-warn',
  bad: 'state-bad',
  paused: 'state-paused',
  gold: 'award',
};

/** The one look of a state: word, colour and shape. `<ui-state tone="good">Disetujui</ui-state>` */
@Component({
  selector: 'ui-state',
  imports: [UiIcon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<ui-icon [name]="shape()" [size]="14" /><span><ng-content /></span>`,
  host: { '[attr.data-tone]': 'tone()' },
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      gap: 5px;
      padding: 2px 9px 2px 7px;
      border-radius: 999px;
      font: 600 0.8125rem / 1.45 var(--font);
      white-space: nowrap;
      color: var(--state-neutral);
      background: var(--state-neutral-surface);
    }
    :host([data-tone='info']) {
      color: var(--state-info);
      background: var(--state-info-surface);
    }
    :host([data-tone='good']) {
      color: var(--state-good);
      background: var(--state-good-surface);
    }
    :host([data-tone='warn']),
    :host([data-tone='paused']) {
      color: var(--state-warn);
      background: var(--state-warn-surface);
    }
    :host([data-tone='bad']) {
      color: var(--state-bad);
      background: var(--state-bad-surface);
    }
    :host([data-tone='gold']) {
      color: var(--gold);
      background: var(--gold-surface);
    }
  `,
})
export class UiState {
  /** Nothing for a state the page does not know: neutral. */
  readonly tone = input<StateTone, StateTone | undefined>('draft', { transform: (tone) => tone ?? 'draft' });
  protected readonly shape = computed(() => SHAPES[this.tone()]);
}
