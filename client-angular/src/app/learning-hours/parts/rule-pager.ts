import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { FORMAT_PIPES } from '@core/format.pipes';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiIcon } from '@ui';

/** Turns the pages of a table that stands inside another page. */
@Component({
  selector: 'app-rule-pager',
  imports: [MatButtonModule, TranslocoPipe, UiIcon, ...FORMAT_PIPES],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (pages() > 1) {
      <nav class="row" [attr.aria-label]="name()">
        <button
          matIconButton
          type="button"
          [disabled]="busy() || page().number <= 1"
          [attr.aria-label]="'learning-hours.rules.before' | transloco"
          (click)="turned.emit(page().number - 1)"
        >
          <ui-icon name="chevron-left" />
        </button>
        <span class="small" aria-live="polite">
          {{ 'learning-hours.rules.page' | transloco: { page: (page().number | count), pages: (pages() | count) } }}
        </span>
        <button
          matIconButton
          type="button"
          [disabled]="busy() || page().number >= pages()"
          [attr.aria-label]="'learning-hours.rules.after' | transloco"
          (click)="turned.emit(page().number + 1)"
        >
          <ui-icon name="chevron-right" />
        </button>
      </nav>
    }
  `,
})
export class RulePager {
  readonly name = input.required<string>();
  readonly page = input.required<{ total: number; number: number; size: number }>();
  readonly busy = input(false);
  readonly turned = output<number>();
  protected readonly pages = computed(() => Math.ceil(this.page().total / this.page().size));
}
