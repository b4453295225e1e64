import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { CountPipe, JpPipe } from '@core/format.pipes';
import { TranslocoPipe } from '@jsverse/transloco';

/** JP against the year's target as one calm bar: counted, pending behind it, the target at the end. */
@Component({
  selector: 'ui-jp-bar',
  imports: [JpPipe, CountPipe, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="words">
      <strong>{{ done() | jp }}</strong>
      <span class="muted">{{ 'ui.jp.of' | transloco: { target: (target() | count) } }}</span>
      @if (pending() > 0) {
        <span class="muted">· {{ pendingWords() | transloco: { pending: (pending() | count) } }}</span>
      }
    </div>
    <div
      class="bar"
      role="meter"
      aria-valuemin="0"
      [attr.aria-valuenow]="clamped()"
      [attr.aria-valuemax]="target()"
      [attr.aria-label]="label() || ('ui.jp.name' | transloco)"
      [class.reached]="done() >= target()"
    >
      <span class="pending" [style.width.%]="pendingShare()"></span>
      <span class="done" [style.width.%]="doneShare()"></span>
    </div>
  `,
  styles: `
    :host {
      display: block;
    }
    .words {
      display: flex;
      flex-wrap: wrap;
      gap: 0 6px;
      margin-bottom: 6px;
    }
    .bar {
      position: relative;
      height: 10px;
      border-radius: 5px;
      background: var(--mat-sys-surface-container-highest);
      overflow: hidden;
    }
    .bar span {
      position: absolute;
      inset: 0 auto 0 0;
      border-radius: 5px;
    }
    .done {
      background: var(--mat-sys-primary);
    }
    .reached .done {
      background: var(--gold-line);
    }
    .pending {
      background: color-mix(in srgb, var(--mat-sys-primary) 35%, transparent);
    }
  `,
})
export class UiJpBar {
  readonly done = input.required<number>();
  readonly target = input.required<number>();
  readonly pending = input(0);
  /** Translation key of what `pending` means. */
  readonly pendingWords = input('ui.jp.pending');
  readonly label = input('');

  protected readonly clamped = computed(() => Math.min(this.done(), this.target()));
  protected readonly doneShare = computed(() => share(this.done(), this.target()));
  protected readonly pendingShare = computed(() => share(this.done() + this.pending(), this.target()));
}

function share(value: number, target: number): number {
  return target > 0 ? Math.min(100, (value / target) * 100) : 0;
}
