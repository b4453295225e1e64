import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { Session } from '@core/session';
import { DemoBanner } from '../demo-banner';
import { LanguageMenu } from '../language-menu';

/** Pages for people without a session: the institution's name, the page, the language. */
@Component({
  selector: 'app-public-layout',
  imports: [RouterOutlet, DemoBanner, LanguageMenu],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <app-demo-banner />
    <header>
      @if (institution().logoUrl; as logo) {
        <img [src]="logo" alt="" height="36" />
      } @else {
        <img src="favicon.svg" alt="" width="32" height="32" />
      }
      <span class="name">{{ institution().name }}</span>
      <span class="grow"></span>
      <app-language-menu />
    </header>
    <main id="main" tabindex="-1"><router-outlet /></main>
  `,
  styles: `
    header {
      display: flex;
      align-items: center;
      gap: var(--space-3);
      padding: var(--space-3) var(--space-4);
    }
    .name {
      font-weight: 650;
    }
    main {
      display: block;
      max-width: 60rem;
      margin: 0 auto;
      padding: var(--space-5) var(--space-4) var(--space-7);
      outline: none;
    }
  `,
})
export class PublicLayout {
  protected readonly institution = inject(Session).institution;
}
