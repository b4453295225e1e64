import { ChangeDetectionStrategy, Component, computed, effect, inject, signal } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButtonModule } from '@angular/material/button';
import { MatCheckboxModule } from '@angular/material/checkbox';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { ApiClientCredentials, ApiClientRow, ApiScopeView } from '@api';
import { FORMAT_PIPES } from '@core/format.pipes';
import { Session } from '@core/session';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { Confirm, UiEmpty, UiFieldError, UiFormPage, UiPageHeader, UiProblem, UiState, UiWaiting } from '@ui';
import { ApiClientsStore } from '../api-clients.store';
import { ApiScope } from '../parts/api-scope';
import { ApiSecret } from '../parts/api-secret';

/** Other systems that may call the API, each with its scopes; a secret is shown once. */
@Component({
  selector: 'app-api-clients',
  imports: [
    ReactiveFormsModule,
    MatButtonModule,
    MatCheckboxModule,
    MatFormFieldModule,
    MatInputModule,
    TranslocoPipe,
    ApiScope,
    ApiSecret,
    UiEmpty,
    UiFieldError,
    UiFormPage,
    UiPageHeader,
    UiProblem,
    UiState,
    UiWaiting,
    ...FORMAT_PIPES,
  ],
  providers: [ApiClientsStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './api-clients.html',
  styleUrl: './api-clients.scss',
})
export class ApiClients {
  protected readonly store = inject(ApiClientsStore);
  private readonly confirm = inject(Confirm);
  private readonly transloco = inject(TranslocoService);

  protected readonly mayManage = inject(Session).can('apiClientsManage');
  protected readonly adding = signal(false);
  protected readonly closedToo = signal(false);
  protected readonly secret = signal<ApiClientCredentials | undefined>(undefined);
  protected readonly form = new FormGroup({
    name: new FormControl('', { nonNullable: true, validators: [Validators.required, Validators.maxLength(200)] }),
    scopes: new FormControl<string[]>([], { nonNullable: true, validators: Validators.required }),
  });
  protected readonly scopes = computed(() => this.store.scopes.value() ?? []);

  constructor() {
    this.store.scopes.load();
    effect(() => {
      this.store.clients.load(this.closedToo());
    });
  }

  /** Nothing for a scope that this version no longer knows: it opens nothing. */
  protected known(scope: string): ApiScopeView | undefined {
    return this.scopes().find((view) => view.scope === scope);
  }

  protected toggle(scope: string, on: boolean): void {
    const field = this.form.controls.scopes;
    field.setValue(on ? [...field.value, scope] : field.value.filter((known) => known !== scope));
    field.markAsDirty();
  }

  protected async create(): Promise<void> {
    const { name, scopes } = this.form.getRawValue();
    const made = await this.store.create.run(name.trim(), scopes);
    if (!made) return;
    this.secret.set(made);
    this.adding.set(false);
    this.form.reset();
  }

  protected async rotate(client: ApiClientRow): Promise<void> {
    const answer = await this.confirm.ask({
      title: this.text('rotateTitle', { name: client.name }),
      text: this.text('rotateText'),
      action: this.text('rotate'),
    });
    const made = answer && (await this.store.rotate.run(client.id));
    if (made) this.secret.set(made);
  }

  protected async close(client: ApiClientRow): Promise<void> {
    const answer = await this.confirm.ask({
      title: this.text('closeTitle', { name: client.name }),
      text: this.text('closeText'),
      action: this.text('close'),
      reason: 'required',
      destructive: true,
    });
    if (answer) await this.store.disable.run(client.id, answer.reason);
  }

  private text(key: string, values?: Record<string, unknown>): string {
    return this.transloco.translate(`identity.apiClients.${key}`, values);
  }
}
