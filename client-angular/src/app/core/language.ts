import { DOCUMENT, Injectable, effect, inject, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { TranslocoService } from '@jsverse/transloco';

export type Language = 'id' | 'en';

const KEPT_AS = 'pionir.language';
/** The server's own name for it (ASP.NET Core): links that download carry no Accept-Language of ours. */
const COOKIE = '.AspNetCore.Culture';

/** The language of the page: the person's choice, else the institution's, else Indonesian. */
@Injectable({ providedIn: 'root' })
export class LanguageSwitch {
  private readonly transloco = inject(TranslocoService);
  private readonly document = inject(DOCUMENT);
  private readonly chosen = signal<Language>(kept() ?? 'id');

  readonly current = this.chosen.asReadonly();
  /** Changes when texts arrive: whatever translates in TypeScript within a `computed` reads it first. */
  readonly texts = toSignal(this.transloco.events$);

  constructor() {
    effect(() => {
      const language = this.chosen();
      this.transloco.setActiveLang(language);
      this.document.documentElement.lang = language;
      const value = encodeURIComponent(`c=${language}|uic=${language}`);
      this.document.cookie = `${COOKIE}=${value}; path=/; max-age=31536000; samesite=lax`;
    });
  }

  choose(language: Language): void {
    localStorage.setItem(KEPT_AS, language);
    this.chosen.set(language);
  }

  /** What the institution speaks, unless the person has chosen already. */
  suggest(language: string | undefined): void {
    if (!kept() && (language === 'id' || language === 'en')) this.chosen.set(language);
  }
}

function kept(): Language | undefined {
  const value = localStorage.getItem(KEPT_AS);
  return value === 'id' || value === 'en' ? value : undefined;
}
