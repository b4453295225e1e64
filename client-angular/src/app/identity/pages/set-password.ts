import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButtonModule } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { RouterLink } from '@angular/router';
import { OwnAccountClient } from '@api';
import { act } from '@core/load';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiEmpty, UiFieldError, UiFormPage, UiPageHeader } from '@ui';
import { sameAs } from '../same-as';

const MINIMUM = 12;

/** A link from a mail, invitation or reset: choose a password, then sign in. */
@Component({
  selector: 'app-set-password',
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
    @if (done()) {
      <ui-empty
        icon="state-done"
        [title]="'identity.password.done' | transloco"
        [text]="'identity.password.doneText' | transloco"
      >
        <a matButton="filled" routerLink="/sign-in">{{ 'identity.signIn.signIn' | transloco }}</a>
      </ui-empty>
    } @else if (!token()) {
      <ui-empty
        icon="link"
        [title]="'identity.' + kind() + '.noToken' | transloco"
        [text]="'identity.' + kind() + '.noTokenText' | transloco"
      >
        @if (kind() === 'reset') {
          <a matButton="outlined" routerLink="/forgotten-password">{{ 'identity.signIn.forgotten' | transloco }}</a>
        } @else {
          <a matButton="outlined" routerLink="/sign-in">{{ 'identity.invitation.toSignIn' | transloco }}</a>
        }
      </ui-empty>
    } @else {
      <ui-page-header
        [title]="'identity.' + kind() + '.title' | transloco"
        [subtitle]="'identity.' + kind() + '.text' | transloco"
      />
      <ui-form-page
        [formGroup]="form"
        [submitLabel]="'identity.password.set' | transloco"
        [sending]="send.running()"
        [problem]="send.problem()"
        [cancellable]="false"
        (submitted)="submit()"
      >
        <mat-form-field>
          <mat-label>{{ 'identity.password.new' | transloco }}</mat-label>
          <input matInput type="password" autocomplete="new-password" formControlName="password" />
          <mat-hint>{{ 'identity.password.hint' | transloco: { minimum } }}</mat-hint>
          <mat-error><ui-field-error [control]="form.controls.password" /></mat-error>
        </mat-form-field>
        <mat-form-field>
          <mat-label>{{ 'identity.password.again' | transloco }}</mat-label>
          <input matInput type="password" autocomplete="new-password" formControlName="again" />
          <mat-error><ui-field-error [control]="form.controls.again" /></mat-error>
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
export class SetPassword {
  readonly token = input('');
  readonly kind = input<'invitation' | 'reset'>('invitation');

  private readonly api = inject(OwnAccountClient);
  protected readonly minimum = MINIMUM;
  protected readonly done = signal(false);
  protected readonly form = new FormGroup({
    password: new FormControl('', {
      nonNullable: true,
      validators: [Validators.required, Validators.minLength(MINIMUM)],
    }),
    again: new FormControl('', { nonNullable: true, validators: [Validators.required, sameAs('password')] }),
  });

  private readonly request = computed(() => (password: string) => {
    const body = { token: this.token(), password };
    return this.kind() === 'reset' ? this.api.resetPassword(body) : this.api.acceptInvitation(body);
  });
  protected readonly send = act((password: string) => this.request()(password), {
    problems: 'page',
    then: () => {
      this.done.set(true);
    },
  });

  protected submit(): void {
    void this.send.run(this.form.controls.password.value);
  }
}
