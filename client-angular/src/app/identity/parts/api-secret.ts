import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { ApiClientCredentials } from '@api';
import { Notices } from '@core/notices';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiIcon } from '@ui';

/** Id and secret of an API client, shown this once. */
@Component({
  selector: 'app-api-secret',
  imports: [MatButtonModule, TranslocoPipe, UiIcon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <section class="card" role="status">
      <h2>{{ 'identity.apiClients.secretTitle' | transloco }}</h2>
      <p>{{ 'identity.apiClients.secretText' | transloco }}</p>
      <dl>
        <dt>client_id</dt>
        <dd class="mono">{{ credentials().clientId }}</dd>
        <dt>client_secret</dt>
        <dd class="mono">{{ credentials().clientSecret }}</dd>
      </dl>
      <div class="row">
        <button matButton="filled" type="button" (click)="copy()">
          <ui-icon name="copy" [size]="18" /> {{ 'identity.apiClients.copy' | transloco }}
        </button>
        <button matButton type="button" (click)="kept.emit()">{{ 'identity.apiClients.kept' | transloco }}</button>
      </div>
    </section>
  `,
  styles: `
    section {
      margin-bottom: var(--space-5);
      border-color: var(--state-warn);
      background: var(--state-warn-surface);
      color: var(--state-warn);
    }
    dl {
      display: grid;
      grid-template-columns: max-content minmax(0, 1fr);
      gap: 4px var(--space-3);
    }
    dd {
      margin: 0;
      overflow-wrap: anywhere;
    }
  `,
})
export class ApiSecret {
  readonly credentials = input.required<ApiClientCredentials>();
  readonly kept = output();
  private readonly notices = inject(Notices);

  protected async copy(): Promise<void> {
    await navigator.clipboard.writeText(this.credentials().clientSecret);
    this.notices.say('identity.apiClients.copied');
  }
}
