import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButtonModule } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { Router, RouterLink } from '@angular/router';
import { OwnAccountClient } from '@api';
import { act } from '@core/load';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiEmpty, UiFieldError, UiFormPage, UiPageHeader } from '@ui';

/** The answer is the same whether the address is known or not. */
@Component({
  selector: 'app-forgotten-password',
  imports: [
    ReactiveFormsModule,
    MatButtonModule,
    MatFormFieldModule,
    MatInputModule,
    RouterLink,
    TranslocoPipe,
    UiEmpty,
    UiFieldError,
    UiFormPage,
    UiPageHeader,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (sent()) {
      <ui-empty
        icon="mail"
        [title]="'identity.forgotten.sent' | transloco"
        [text]="'identity.forgotten.sentText' | transloco: { email: form.controls.email.value }"
      >
        <a matButton="outlined" routerLink="/sign-in">{{ 'identity.forgotten.back' | transloco }}</a>
      </ui-empty>
    } @else {
      <ui-page-header
        [title]="'identity.forgotten.title' | transloco"
        [subtitle]="'identity.forgotten.text' | transloco"
      />
      <ui-form-page
        [formGroup]="form"
        [submitLabel]="'identity.forgotten.send' | transloco"
        [sending]="send.running()"
        [problem]="send.problem()"
        (submitted)="submit()"
        (cancelled)="back()"
      >
        <mat-form-field>
          <mat-label>{{ 'identity.signIn.email' | transloco }}</mat-label>
          <input matInput type="email" autocomplete="username" formControlName="email" />
          <mat-error><ui-field-error [control]="form.controls.email" /></mat-error>
        </mat-form-field>
      </ui-form-page>
    }
  `,
  styles: `
    :host {
      display: block;
      max-width: 30rem;
      margin: var(--space-5) auto 0;
    }
  `,
})
export class ForgottenPassword {
  private readonly api = inject(OwnAccountClient);
  private readonly router = inject(Router);
  protected readonly sent = signal(false);
  protected readonly form = new FormGroup({
    email: new FormControl('', { nonNullable: true, validators: [Validators.required, Validators.email] }),
  });
  protected readonly send = act((email: string) => this.api.requestPasswordReset({ email }), {
    problems: 'page',
    then: () => {
      this.sent.set(true);
    },
  });

  protected submit(): void {
    void this.send.run(this.form.controls.email.value.trim());
  }

  protected back(): void {
    void this.router.navigateByUrl('/sign-in');
  }
}
