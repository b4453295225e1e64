import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session } from '@core/session';
import { TranslocoPipe } from '@jsverse/transloco';

/** Every page of the demo environment says that nothing on it is real. */
@Component({
  selector: 'app-demo-banner',
  imports: [RouterLink, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (session.isDemo()) {
      <section class="banner" [attr.aria-label]="'shell.demoName' | transloco">
        {{ 'shell.demo' | transloco }}
        @if (session.signedIn()) {
          <a routerLink="/mail">{{ 'shell.settings.mail.title' | transloco }}</a>
        }
      </section>
    }
  `,
  styles: `
    :host {
      display: block;
    }
    .banner {
      padding: 4px var(--space-4);
      background: var(--state-warn-surface);
      color: var(--state-warn);
      font-size: var(--text-small);
      font-weight: 600;
      text-align: center;
    }
    a {
      color: inherit;
      white-space: nowrap;
    }
    @media (min-width: 800px) {
      .banner {
        height: 28px;
      }
      :host {
        position: sticky;
        top: 0;
        z-index: 8;
      }
    }
  `,
})
export class DemoBanner {
  protected readonly session = inject(Session);
}
