import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { LanguageSwitch } from '@core/language';
import { TranslocoPipe } from '@jsverse/transloco';

/** Two languages need no menu: both are written, the current one is pressed. */
@Component({
  selector: 'app-language-menu',
  imports: [TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="switch" role="group" [attr.aria-label]="'shell.language' | transloco">
      <button type="button" lang="id" [attr.aria-pressed]="current() === 'id'" (click)="choose('id')">
        ID<span class="visually-hidden"> – Bahasa Indonesia</span>
      </button>
      <button type="button" lang="en" [attr.aria-pressed]="current() === 'en'" (click)="choose('en')">
        EN<span class="visually-hidden"> – English</span>
      </button>
    </div>
  `,
  styles: `
    .switch {
      display: inline-flex;
      border: 1px solid var(--mat-sys-outline-variant);
      border-radius: 8px;
      overflow: hidden;
    }
    button {
      min-width: 36px;
      min-height: 32px;
      border: 0;
      background: none;
      color: var(--mat-sys-on-surface-variant);
      font: 600 var(--text-small) / 1 var(--font);
      cursor: pointer;
    }
    button[aria-pressed='true'] {
      background: var(--mat-sys-primary-container);
      color: var(--mat-sys-on-primary-container);
    }
    button:focus-visible {
      outline-offset: -2px;
    }
  `,
})
export class LanguageMenu {
  private readonly language = inject(LanguageSwitch);
  protected readonly current = this.language.current;

  protected choose(language: 'id' | 'en'): void {
    this.language.choose(language);
  }
}
