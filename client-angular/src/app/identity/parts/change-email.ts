import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiFieldError, UiFormPage } from '@ui';
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
  readonly userId = input.required<string>();
  protected readonly store = inject(UserStore);
  protected readonly form = new FormGroup({
    email: new FormControl('', { nonNullable: true, validators: [Validators.required, Validators.email] }),
  });

  protected async change(): Promise<void> {
    await this.store.changeEmail.run(this.userId(), this.form.controls.email.value.trim());
    if (!this.store.changeEmail.problem()) this.form.reset();
  }
}
