import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MAT_DIALOG_DATA, MatDialog, MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { TrainingView, TrainingsClient } from '@api';
import { FORMAT_PIPES } from '@core/format.pipes';
import { act } from '@core/load';
import { firstValueFrom } from 'rxjs';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiFieldError, UiFormDialog } from '@ui';

/** What was spent. Closes with true when it was reported. */
@Component({
  selector: 'app-report-budget-dialog',
  imports: [
    ...FORMAT_PIPES,
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
      [title]="'trainings.budget.title' | transloco"
      [action]="'trainings.budget.action' | transloco"
      [sending]="report.running()"
      [problem]="report.problem()"
      (submitted)="send()"
    >
      <p class="muted">
        {{ 'trainings.budget.help' | transloco: { ceiling: (training.plan.budgetCeiling | money) } }}
      </p>
      <mat-form-field>
        <mat-label>{{ 'trainings.budget.realisation' | transloco }}</mat-label>
        <input matInput type="number" min="0" formControlName="realisation" />
        @if (form.controls.realisation.value; as rupiah) {
          <mat-hint>{{ rupiah | money }}</mat-hint>
        }
        <mat-error><ui-field-error [control]="form.controls.realisation" /></mat-error>
      </mat-form-field>
      <mat-form-field>
        <mat-label>{{ 'trainings.budget.note' | transloco }}</mat-label>
        <textarea matInput rows="3" formControlName="note"></textarea>
        <mat-hint>{{ 'trainings.budget.noteHelp' | transloco }}</mat-hint>
        <mat-error><ui-field-error [control]="form.controls.note" /></mat-error>
      </mat-form-field>
    </ui-form-dialog>
  `,
})
export class ReportBudgetDialog {
  private readonly api = inject(TrainingsClient);
  private readonly dialog = inject<MatDialogRef<ReportBudgetDialog, boolean>>(MatDialogRef);
  protected readonly training = inject<TrainingView>(MAT_DIALOG_DATA);

  protected readonly form = new FormGroup({
    realisation: new FormControl<number | null>(this.training.budgetRealisation ?? null, [
      Validators.required,
      Validators.min(0),
    ]),
    note: new FormControl('', { nonNullable: true, validators: Validators.maxLength(2000) }),
  });

  protected readonly report = act(
    (realisation: number, note: string) =>
      this.api.reportBudget(this.training.id, { realisation, note: note || null }, `"${this.training.version}"`),
    { done: 'trainings.budget.done', problems: 'page' },
  );

  protected async send(): Promise<void> {
    const { realisation, note } = this.form.getRawValue();
    if (realisation !== null && (await this.report.run(realisation, note))) this.dialog.close(true);
  }
}

/** True when something was reported. */
export async function reportBudget(dialog: MatDialog, training: TrainingView): Promise<boolean> {
  const opened = dialog.open<ReportBudgetDialog, TrainingView, boolean>(ReportBudgetDialog, {
    data: training,
    width: '30rem',
  });
  return (await firstValueFrom(opened.afterClosed())) === true;
}
