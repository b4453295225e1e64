import { DOCUMENT, Injectable, inject, signal } from '@angular/core';

export type Theme = 'auto' | 'light' | 'dark';

const KEPT_AS = 'pionir.theme';

/** Light, dark or as the device says. `public/theme.js` applies the kept choice before the first paint. */
@Injectable({ providedIn: 'root' })
export class ThemeSwitch {
  private readonly root = inject(DOCUMENT).documentElement;
  private readonly chosen = signal<Theme>(kept());

  readonly current = this.chosen.asReadonly();

  choose(theme: Theme): void {
    this.chosen.set(theme);
    if (theme === 'auto') {
      localStorage.removeItem(KEPT_AS);
      delete this.root.dataset['theme'];
    } else {
      localStorage.setItem(KEPT_AS, theme);
      this.root.dataset['theme'] = theme;
    }
  }
}

function kept(): Theme {
  const value = localStorage.getItem(KEPT_AS);
  return value === 'light' || value === 'dark' ? value : 'auto';
}
