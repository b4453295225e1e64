import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';

/** Lines where text will be; not seen at all when the answer comes within 300 ms. */
@Component({
  selector: 'ui-waiting',
  imports: [TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <span class="visually-hidden">{{ 'ui.loading' | transloco }}</span>
    @for (line of shown(); track line) {
      <span class="bone" [style.width.%]="widths[line % widths.length]"></span>
    }
  `,
  host: { 'aria-busy': 'true' },
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      gap: var(--space-3);
      animation: appear 1ms linear 300ms both;
    }
    .bone {
      height: 14px;
      border-radius: 7px;
      background: var(--mat-sys-surface-container-highest);
    }
    @keyframes appear {
      from {
        visibility: hidden;
      }
    }
  `,
})
export class UiWaiting {
  readonly lines = input(4);
  protected readonly shown = computed(() => Array.from({ length: this.lines() }, (_, at) => at));
  protected readonly widths = [42, 88, 74, 60, 81];
}
