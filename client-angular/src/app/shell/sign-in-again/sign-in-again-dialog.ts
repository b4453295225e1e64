import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  Injector,
  effect,
  inject,
  signal,
  viewChild,
} from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButtonModule } from '@angular/material/button';
import { MatDialog, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { LanguageSwitch } from '@core/language';
import { asProblem } from '@core/problem';
import { Session } from '@core/session';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiFieldError } from '@ui';
import { firstValueFrom } from 'rxjs';

/** The session ended in the middle of work: the page stays beneath, with everything typed into it. */
@Component({
  selector: 'app-sign-in-again',
  imports: [
    ReactiveFormsModule,
    MatButtonModule,
    MatDialogModule,
    MatFormFieldModule,
    MatInputModule,
    TranslocoPipe,
    UiFieldError,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h2 mat-dialog-title>{{ 'shell.expired.title' | transloco }}</h2>
    <form [formGroup]="form" (ngSubmit)="signIn()">
      <mat-dialog-content class="stack">
        <p>{{ 'shell.expired.text' | transloco }}</p>
        @if (refusal()) {
          <p role="alert" class="refusal">{{ refusal() }}</p>
        }
        @if (needsCode()) {
          <mat-form-field>
            <mat-label>{{ 'shell.expired.code' | transloco }}</mat-label>
            <input #codeField matInput autocomplete="one-time-code" formControlName="code" />
            <mat-error><ui-field-error [control]="form.controls.code" /></mat-error>
          </mat-form-field>
        } @else {
          <mat-form-field>
            <mat-label>{{ 'shell.expired.email' | transloco }}</mat-label>
            <input matInput type="email" autocomplete="username" formControlName="email" />
            <mat-error><ui-field-error [control]="form.controls.email" /></mat-error>
          </mat-form-field>
          <mat-form-field>
            <mat-label>{{ 'shell.expired.password' | transloco }}</mat-label>
            <input
              matInput
              type="password"
              autocomplete="current-password"
              formControlName="password"
              cdkFocusInitial
            />
            <mat-error><ui-field-error [control]="form.controls.password" /></mat-error>
          </mat-form-field>
        }
      </mat-dialog-content>
      <mat-dialog-actions align="end">
        <button matButton type="button" [mat-dialog-close]="false">{{ 'ui.cancel' | transloco }}</button>
        <button matButton="filled" type="submit" [disabled]="sending()">
          {{ 'shell.expired.signIn' | transloco }}
        </button>
      </mat-dialog-actions>
    </form>
  `,
  styles: `
    .refusal {
      margin: 0;
      color: var(--state-bad);
    }
  `,
})
class SignInAgainDialog {
  private readonly session = inject(Session);
  private readonly language = inject(LanguageSwitch);
  private readonly dialog = inject<MatDialogRef<SignInAgainDialog, boolean>>(MatDialogRef);
  private readonly before = this.session.user();

  protected readonly refusal = signal('');
  protected readonly needsCode = signal(false);
  protected readonly sending = signal(false);
  protected readonly form = new FormGroup({
    email: new FormControl(this.before?.email ?? '', { nonNullable: true, validators: Validators.required }),
    password: new FormControl('', { nonNullable: true, validators: Validators.required }),
    code: new FormControl({ value: '', disabled: true }, { nonNullable: true, validators: Validators.required }),
  });

  private readonly codeField = viewChild<ElementRef<HTMLInputElement>>('codeField');

  constructor() {
    // The password's field, which had the focus, is gone when the code is asked for.
    effect(() => this.codeField()?.nativeElement.focus());
  }

  protected async signIn(): Promise<void> {
    this.form.markAllAsTouched();
    if (this.form.invalid || this.sending()) return;
    this.sending.set(true);
    this.refusal.set('');
    try {
      const { email, password, code } = this.form.getRawValue();
      const step = await firstValueFrom(
        this.needsCode() ? this.session.verify(code.trim()) : this.session.signIn(email.trim(), password),
      );
      if (step === 'code') this.askForCode(true);
      // Somebody else's page and form are not theirs: the page begins anew, and nothing is sent on in their name.
      else if (!this.before || this.session.user()?.id === this.before.id) this.dialog.close(true);
    } catch (error) {
      const problem = asProblem(error);
      if (problem.code === 'sign_in.nothing_pending') this.askForCode(false);
      const text = problem.text(this.language.current());
      this.refusal.set(text.detail ?? text.title);
    } finally {
      this.sending.set(false);
    }
  }

  private askForCode(asked: boolean): void {
    this.needsCode.set(asked);
    const { code } = this.form.controls;
    if (asked) code.enable();
    else code.reset({ value: '', disabled: true });
  }
}

export async function openSignInAgain(injector: Injector): Promise<boolean> {
  const opened = injector.get(MatDialog).open<SignInAgainDialog, undefined, boolean>(SignInAgainDialog, {
    width: '26rem',
    maxWidth: 'calc(100vw - 32px)',
    disableClose: true,
  });
  return (await firstValueFrom(opened.afterClosed())) === true;
}
