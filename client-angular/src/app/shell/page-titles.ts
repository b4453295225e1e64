import { Injectable, inject } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { RouterStateSnapshot, TitleStrategy } from '@angular/router';
import { TranslocoService } from '@jsverse/transloco';

/** A route may name its page by a translation key in `title`; a page header names it better once it has its data. */
@Injectable()
export class PageTitles extends TitleStrategy {
  private readonly browser = inject(Title);
  private readonly transloco = inject(TranslocoService);

  override updateTitle(snapshot: RouterStateSnapshot): void {
    const key = this.buildTitle(snapshot);
    this.browser.setTitle(key ? `${this.transloco.translate(key)} – Pionir` : 'Pionir');
  }
}
