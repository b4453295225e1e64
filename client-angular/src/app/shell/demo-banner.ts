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
      <div class="banner" role="note">{{ 'shell.demo' | transloco }}</div>
    }
  `,
  styles: `
    .banner {
      padding: 4px var(--space-4);
      background: var(--state-warn-surface);
      color: var(--state-warn);
      font-size: var(--text-small);
      font-weight: 600;
      text-align: center;
    }
  `,
})
export class DemoBanner {
  protected readonly session = inject(Session);
}
