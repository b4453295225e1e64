import { ChangeDetectionStrategy, Component, effect, input, output } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { CountPipe } from '@core/format.pipes';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiIcon } from '../icon';

export function pagesOf(part: { total: number; size: number }): number {
  return Math.ceil(part.total / part.size);
}

/**
 * Turns the pages of a table; where there is only one, there is nothing to turn. A page behind the last (an old address,
 * rows that went away) goes to the last one by itself.
 */
@Component({
  selector: 'ui-pager',
  imports: [CountPipe, MatButtonModule, TranslocoPipe, UiIcon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (pages() > 1) {
      <nav [attr.aria-label]="name() || ('ui.list.pages' | transloco)">
        <button
          matIconButton
          type="button"
          [disabled]="busy() || page() <= 1"
          [attr.aria-label]="'ui.list.previousPage' | transloco"
          (click)="turned.emit(page() - 1)"
        >
          <ui-icon name="chevron-left" />
        </button>
        <span class="small" aria-live="polite">
          <span class="visually-hidden">{{ 'ui.list.page' | transloco }}</span>
          {{ page() | count }} / {{ pages() | count }}
        </span>
        <button
          matIconButton
          type="button"
          [disabled]="busy() || page() >= pages()"
          [attr.aria-label]="'ui.list.nextPage' | transloco"
          (click)="turned.emit(page() + 1)"
        >
          <ui-icon name="chevron-right" />
        </button>
      </nav>
    }
  `,
  styles: `
    nav {
      display: inline-flex;
      align-items: center;
      gap: 4px;
    }
  `,
})
export class UiPager {
  readonly page = input.required<number>();
  readonly pages = input.required<number>();
  /** Of several tables on a page, which one it turns. */
  readonly name = input('');
  readonly busy = input(false);
  readonly turned = output<number>();

  constructor() {
    effect(() => {
      if (this.pages() > 0 && this.page() > this.pages()) this.turned.emit(this.pages());
    });
  }
}
