import { ChangeDetectionStrategy, Component, Injector, afterNextRender, inject } from '@angular/core';

import { TranslocoPipe } from '@jsverse/transloco';
import { UiIcon, isTyping } from '@ui';

const palette = () => import('./search-palette');

/** Opens the search from everywhere: Ctrl+K, "/", or this button. Its code comes when the page is at rest. */
@Component({
  selector: 'app-search-button',
  imports: [TranslocoPipe, UiIcon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <button type="button" aria-keyshortcuts="Control+K" (click)="open()">
      <ui-icon name="search" [size]="18" />
      <span class="words">{{ 'shell.search.open' | transloco }}</span>
      <kbd aria-hidden="true">Ctrl K</kbd>
    </button>
  `,
  host: { '(document:keydown)': 'onKey($event)' },
  styles: `
    button {
      display: inline-flex;
      align-items: center;
      gap: var(--space-2);
      height: 36px;
      padding: 0 10px;
      border: 1px solid var(--mat-sys-outline-variant);
      border-radius: 8px;
      background: var(--mat-sys-surface-container-low);
      color: var(--mat-sys-on-surface-variant);
      font: 400 var(--text-table) / 1 var(--font);
      cursor: pointer;
    }
    button:hover {
      border-color: var(--mat-sys-outline);
    }
    .words {
      min-width: 9rem;
      text-align: start;
    }
    kbd {
      padding: 2px 6px;
      border: 1px solid var(--mat-sys-outline-variant);
      border-radius: 4px;
      white-space: nowrap;
      font: 500 0.6875rem / 1.3 var(--font);
    }
    @media (max-width: 799px) {
      button {
        min-width: 40px;
        height: 40px;
        justify-content: center;
        border-color: transparent;
        background: none;
      }
      .words {
        position: absolute;
        width: 1px;
        min-width: 0;
        height: 1px;
        overflow: hidden;
        clip-path: inset(50%);
      }
      kbd {
        display: none;
      }
    }
  `,
})
export class SearchButton {
  private readonly injector = inject(Injector);
  private opening = false;

  constructor() {
    afterNextRender(() => setTimeout(() => void palette(), 1500));
  }

  protected onKey(event: KeyboardEvent): void {
    const byControl = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k';
    const bySlash = event.key === '/' && !event.ctrlKey && !event.metaKey && !isTyping(event.target);
    if (!byControl && !bySlash) return;
    event.preventDefault();
    void this.open();
  }

  protected async open(): Promise<void> {
    if (this.opening) return;
    this.opening = true;
    try {
      const { openSearch } = await palette();
      await openSearch(this.injector);
    } finally {
      this.opening = false;
    }
  }
}
