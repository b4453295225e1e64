import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { Problem } from '@core/problem';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiFieldError, UiFormPage } from '@ui';

/** The signer's own act: the pass phrase of the key that the signing service holds. */
@Component({
  selector: 'app-sign-form',
  imports: [ReactiveFormsModule, MatFormFieldModule, MatInputModule, TranslocoPipe, UiFieldError, UiFormPage],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <section class="card form">
      <h2>{{ 'certificates.signing.title' | transloco: { count: count() } }}</h2>
      <p>{{ 'certificates.signing.text' | transloco }}</p>
      <ui-form-page
        [formGroup]="form"
        [submitLabel]="'certificates.signing.do' | transloco"
        [sending]="sending()"
        [problem]="problem()"
        (submitted)="confirmed.emit(form.getRawValue().passPhrase)"
        (cancelled)="cancelled.emit()"
      >
        <mat-form-field>
          <mat-label>{{ 'certificates.signing.passPhrase' | transloco }}</mat-label>
          <input matInput type="password" formControlName="passPhrase" autocomplete="off" />
          <mat-hint>{{ 'certificates.signing.passPhraseHelp' | transloco }}</mat-hint>
          <mat-error><ui-field-error [control]="form.controls.passPhrase" /></mat-error>
        </mat-form-field>
      </ui-form-page>
    </section>
  `,
  styles: `
    .form {
      margin-bottom: var(--space-5);
      padding: var(--space-4) var(--space-5);
    }
  `,
})
export class SignForm {
  /** Certificates that wait. */
  readonly count = input.required<number>();
  readonly sending = input(false);
  readonly problem = input<Problem>();
  readonly confirmed = output<string>();
  readonly cancelled = output();
  protected readonly form = new FormGroup({
    passPhrase: new FormControl('', {
      nonNullable: true,
      validators: [Validators.required, Validators.maxLength(200)],
    }),
  });
}
