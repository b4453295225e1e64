import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatCheckboxModule } from '@angular/material/checkbox';
import { MatDatepickerModule } from '@angular/material/datepicker';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { TrainingView, TrainingsClient } from '@api';
import { act } from '@core/load';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiFieldError, UiFormDialog } from '@ui';

/** The same training on other days. Closes with the id of the copy. */
@Component({
  selector: 'app-copy-training-dialog',
  imports: [
    MatCheckboxModule,
    MatDatepickerModule,
    MatFormFieldModule,
    MatInputModule,
    ReactiveFormsModule,
    TranslocoPipe,
    UiFieldError,
    UiFormDialog,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ui-form-dialog
      [formGroup]="form"
      [title]="'trainings.copy.title' | transloco"
      [action]="'trainings.copy.action' | transloco"
      [sending]="copy.running()"
      [problem]="copy.problem()"
      (submitted)="send()"
    >
      <p class="muted">{{ 'trainings.copy.help' | transloco }}</p>
      <mat-form-field>
        <mat-label>{{ 'trainings.field.title' | transloco }}</mat-label>
        <input matInput formControlName="title" />
        <mat-error><ui-field-error [control]="form.controls.title" /></mat-error>
      </mat-form-field>
      <mat-form-field>
        <mat-label>{{ 'trainings.field.batch' | transloco }}</mat-label>
        <input matInput formControlName="batch" />
      </mat-form-field>
      <mat-form-field>
        <mat-label>{{ 'trainings.field.start' | transloco }}</mat-label>
        <input matInput [matDatepicker]="picker" formControlName="start" />
        <mat-datepicker-toggle matIconSuffix [for]="picker" />
        <mat-datepicker #picker />
        <mat-error><ui-field-error [control]="form.controls.start" /></mat-error>
      </mat-form-field>
      <mat-checkbox formControlName="withSessions">{{ 'trainings.copy.withSessions' | transloco }}</mat-checkbox>
    </ui-form-dialog>
  `,
})
export class CopyTrainingDialog {
  private readonly api = inject(TrainingsClient);
  private readonly dialog = inject<MatDialogRef<CopyTrainingDialog, string>>(MatDialogRef);
  private readonly training = inject<TrainingView>(MAT_DIALOG_DATA);

  protected readonly form = new FormGroup({
    title: new FormControl(this.training.title, {
      nonNullable: true,
      validators: [Validators.required, Validators.maxLength(300)],
    }),
    batch: new FormControl(this.training.plan.batch ?? '', { nonNullable: true }),
    start: new FormControl<string | null>(this.training.plan.start, Validators.required),
    withSessions: new FormControl(true, { nonNullable: true }),
  });

  protected readonly copy = act(() => this.api.copyTraining(this.training.id, this.form.getRawValue()), {
    done: 'trainings.copy.done',
    problems: 'page',
  });

  protected async send(): Promise<void> {
    const made = await this.copy.run();
    if (made) this.dialog.close(made.id);
  }
}
