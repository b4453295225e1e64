import { ChangeDetectionStrategy, Component, effect, input, output } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { Problem } from '@core/problem';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiFieldError, UiFormPage } from '@ui';

/** The right name and why: one act puts a new certificate in the place of the old one. */
@Component({
  selector: 'app-reissue-form',
  imports: [ReactiveFormsModule, MatFormFieldModule, MatInputModule, TranslocoPipe, UiFieldError, UiFormPage],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <section class="card form">
      <h2>{{ 'certificates.reissue.title' | transloco }}</h2>
      <p>{{ 'certificates.reissue.text' | transloco }}</p>
      <ui-form-page
        [formGroup]="form"
        [submitLabel]="'certificates.reissue.do' | transloco"
        [sending]="sending()"
        [problem]="problem()"
        (submitted)="send()"
        (cancelled)="cancelled.emit()"
      >
        <mat-form-field>
          <mat-label>{{ 'certificates.reissue.name' | transloco }}</mat-label>
          <input matInput formControlName="name" autocomplete="off" />
          <mat-hint>{{ 'certificates.reissue.nameHelp' | transloco }}</mat-hint>
          <mat-error><ui-field-error [control]="form.controls.name" /></mat-error>
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
export class ReissueForm {
  readonly name = input.required<string>();
  readonly sending = input(false);
  readonly problem = input<Problem>();
  /** Without a name the holder is taken as known today. */
  readonly confirmed = output<{ name: string | null; reason: string }>();
  readonly cancelled = output();

  protected readonly form = new FormGroup({
    name: new FormControl('', { nonNullable: true, validators: [Validators.required, Validators.maxLength(300)] }),
    reason: new FormControl('', {
      nonNullable: true,
      validators: [Validators.required, Validators.minLength(10), Validators.maxLength(1000)],
    }),
  });

  constructor() {
    effect(() => {
      this.form.controls.name.setValue(this.name());
    });
  }

  protected send(): void {
    const { name, reason } = this.form.getRawValue();
    this.confirmed.emit({ name: name.trim() === this.name() ? null : name.trim(), reason });
  }
}
