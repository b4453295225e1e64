import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { ApiScopeView } from '@api';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';

/** A scope in words, with the code that programs send and with what it opens. */
@Component({
  selector: 'app-api-scope',
  imports: [TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <span>{{ 'identity.scope.' + scope().scope | transloco }}</span> <code>{{ scope().scope }}</code>
    <span class="small muted permits">{{ 'identity.apiClients.permits' | transloco }} {{ permits() }}</span>
  `,
  styles: `
    :host {
      display: block;
      overflow-wrap: anywhere;
    }
    code {
      margin-inline-start: var(--space-2);
    }
    .permits {
      display: block;
    }
  `,
})
export class ApiScope {
  readonly scope = input.required<ApiScopeView>();
  private readonly transloco = inject(TranslocoService);

  protected permits(): string {
    return this.scope()
      .permissions.map((permission) => this.transloco.translate<string>(`identity.permission.${permission}`))
      .join(', ');
  }
}
