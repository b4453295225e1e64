import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { UserView } from '@api';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { Confirm, UiFieldError, UiFormPage } from '@ui';
import { LastChange } from '../../shell/history/last-change';
import { UserStore } from '../user.store';

/** The address of somebody who has not come in yet; the invitation goes out anew. */
@Component({
  selector: 'app-change-email',
  imports: [ReactiveFormsModule, MatFormFieldModule, MatInputModule, TranslocoPipe, UiFieldError, UiFormPage],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h2>{{ 'identity.user.changeEmail' | transloco }}</h2>
    <p class="muted">{{ 'identity.user.changeEmailText' | transloco }}</p>
    <ui-form-page
      [formGroup]="form"
      [submitLabel]="'identity.user.changeEmailDo' | transloco"
      [sending]="store.changeEmail.running()"
      [problem]="store.changeEmail.problem()"
      [cancellable]="false"
      (submitted)="change()"
    >
      <mat-form-field>
        <mat-label>{{ 'identity.user.newEmail' | transloco }}</mat-label>
        <input matInput type="email" autocomplete="off" formControlName="email" />
        <mat-error><ui-field-error [control]="form.controls.email" /></mat-error>
      </mat-form-field>
    </ui-form-page>
  `,
  styles: `
    :host {
      display: block;
      margin-top: var(--space-4);
    }
  `,
})
export class ChangeEmail {
  readonly user = input.required<UserView>();
  protected readonly store = inject(UserStore);
  private readonly confirm = inject(Confirm);
  private readonly transloco = inject(TranslocoService);
  private readonly lastChange = inject(LastChange);
  protected readonly form = new FormGroup({
    email: new FormControl('', { nonNullable: true, validators: [Validators.required, Validators.email] }),
  });

  protected async change(): Promise<void> {
    await this.send(this.user(), this.form.controls.email.value.trim());
  }

  private async send(user: UserView, email: string): Promise<void> {
    await this.store.changeEmail.run(user.id, user.version, email);
    const problem = this.store.changeEmail.problem();
    if (!problem) this.form.reset();
    else if (problem.status === 412) await this.compare(user.id, email);
  }

  /** Somebody else changed the account first. */
  private async compare(id: string, email: string): Promise<void> {
    const now = await this.store.latest(id);
    if (!now) return;
    const field = {
      key: 'email',
      label: this.transloco.translate('identity.user.newEmail'),
      mine: email,
      theirs: now.email,
    };
    const changed = now.email !== this.user().email;
    const ask = async () => this.confirm.resolve({ fields: [field], ...(await this.lastChange.of('Account', id)) });
    // A role given meanwhile does not concern the address.
    const kept = changed ? await ask() : new Set([field.key]);
    if (!kept) return;
    if (kept.has(field.key)) await this.send(now, email);
    else {
      this.form.reset();
      this.store.changeEmail.clear();
      this.store.user.set(now);
    }
  }
}
