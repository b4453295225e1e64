import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { MatSelectModule } from '@angular/material/select';
import { RevocationClass } from '@api';
import { Problem } from '@core/problem';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiFieldError, UiFormPage } from '@ui';

const CLASSES: readonly RevocationClass[] = ['mistake', 'notEligible', 'misuse', 'trainingAnnulled'];

/** Why a certificate is revoked: a word for the public, a reason for the file. */
@Component({
  selector: 'app-revoke-form',
  imports: [
    ReactiveFormsModule,
    MatFormFieldModule,
    MatInputModule,
    MatSelectModule,
    TranslocoPipe,
    UiFieldError,
    UiFormPage,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <section class="card form">
      <h2>{{ 'certificates.revoke.title' | transloco }}</h2>
      <p>{{ 'certificates.revoke.text' | transloco }}</p>
      <ui-form-page
        [formGroup]="form"
        [submitLabel]="'certificates.revoke.do' | transloco"
        [sending]="sending()"
        [problem]="problem()"
        (submitted)="confirmed.emit(form.getRawValue())"
        (cancelled)="cancelled.emit()"
      >
        <mat-form-field>
          <mat-label>{{ 'certificates.revoke.class' | transloco }}</mat-label>
          <mat-select formControlName="class">
            @for (option of classes; track option) {
              <mat-option [value]="option">{{ 'certificates.class.' + option | transloco }}</mat-option>
            }
          </mat-select>
          <mat-hint>{{ 'certificates.revoke.classHelp' | transloco }}</mat-hint>
        </mat-form-field>
        <mat-form-field>
          <mat-label>{{ 'certificates.reason' | transloco }}</mat-label>
          <textarea matInput formControlName="reason" rows="3"></textarea>
          <mat-error><ui-field-error [control]="form.controls.reason" /></mat-error>
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
export class RevokeForm {
  readonly sending = input(false);
  readonly problem = input<Problem>();
  readonly confirmed = output<{ class: RevocationClass; reason: string }>();
  readonly cancelled = output();

  protected readonly classes = CLASSES;
  protected readonly form = new FormGroup({
    class: new FormControl<RevocationClass>('mistake', { nonNullable: true }),
    reason: new FormControl('', {
      nonNullable: true,
      validators: [Validators.required, Validators.minLength(10), Validators.maxLength(1000)],
    }),
  });
}
