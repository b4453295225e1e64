import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { Session } from '@core/session';
import { TranslocoPipe } from '@jsverse/transloco';

/** Every page of the demo environment says that nothing on it is real. */
@Component({
  selector: 'app-demo-banner',
  imports: [TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (session.isDemo()) {
      <section class="banner" [attr.aria-label]="'shell.demoName' | transloco">{{ 'shell.demo' | transloco }}</section>
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
