import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Formats } from '@core/formats';

/** JP of twelve months as small bars, each labelled in words for those who do not see them. */
@Component({
  selector: 'app-month-bars',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ol>
      @for (month of shown(); track $index) {
        <li [attr.aria-label]="month.words">
          <span class="value" aria-hidden="true">{{ month.jp || '' }}</span>
          <span class="bar" [style.height.px]="month.height" aria-hidden="true"></span>
          <span class="name" aria-hidden="true">{{ month.short }}</span>
        </li>
      }
    </ol>
  `,
  styles: `
    ol {
      display: grid;
      grid-template-columns: repeat(12, 1fr);
      align-items: end;
      gap: 4px;
      height: 104px;
      margin: var(--space-4) 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: flex;
      flex-direction: column;
      align-items: center;
      justify-content: flex-end;
      gap: 3px;
      height: 100%;
      font-size: 0.6875rem;
      color: var(--mat-sys-on-surface-variant);
    }
    .bar {
      width: 100%;
      max-width: 22px;
      min-height: 2px;
      border-radius: 3px 3px 0 0;
      background: var(--mat-sys-primary);
    }
    .value {
      color: var(--mat-sys-on-surface);
      font-weight: 600;
    }
  `,
})
export class MonthBars {
  readonly months = input.required<readonly number[]>();
  private readonly formats = inject(Formats);

  protected readonly shown = computed(() => {
    const most = Math.max(1, ...this.months());
    const locale = this.formats.language() === 'id' ? 'id-ID' : 'en-GB';
    const name = (month: number, style: 'short' | 'long') =>
      new Intl.DateTimeFormat(locale, { month: style, timeZone: 'UTC' }).format(Date.UTC(2026, month, 1));
    return this.months().map((jp, month) => ({
      jp,
      height: Math.max(0, (jp / most) * 60),
      short: name(month, 'short').slice(0, 3),
      words: `${name(month, 'long')}: ${this.formats.jp(jp)}`,
    }));
  });
}
