import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButtonModule } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialog, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { TrainingView, TrainingsClient } from '@api';
import { FORMAT_PIPES } from '@core/format.pipes';
import { LanguageSwitch } from '@core/language';
import { act } from '@core/load';
import { firstValueFrom } from 'rxjs';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiFieldError, applyProblem } from '@ui';

/** What was spent. Closes with true when it was reported. */
@Component({
  selector: 'app-report-budget-dialog',
  imports: [
    ...FORMAT_PIPES,
    MatButtonModule,
    MatDialogModule,
    MatFormFieldModule,
    MatInputModule,
    ReactiveFormsModule,
    TranslocoPipe,
    UiFieldError,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <form [formGroup]="form" (ngSubmit)="send()">
      <h2 mat-dialog-title>{{ 'trainings.budget.title' | transloco }}</h2>
      <mat-dialog-content class="stack">
        <p class="muted">
          {{ 'trainings.budget.help' | transloco: { ceiling: (training.plan.budgetCeiling | money) } }}
        </p>
        <div role="alert">
          @for (text of homeless(); track text) {
            <p class="refused">{{ text }}</p>
          }
        </div>
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
      </mat-dialog-content>
      <mat-dialog-actions align="end">
        <button matButton type="button" mat-dialog-close>{{ 'trainings.action.back' | transloco }}</button>
        <button matButton="filled" type="submit" [disabled]="report.running()">
          {{ 'trainings.budget.action' | transloco }}
        </button>
      </mat-dialog-actions>
    </form>
  `,
  styles: `
    .refused {
      color: var(--state-bad);
    }
  `,
})
export class ReportBudgetDialog {
  private readonly api = inject(TrainingsClient);
  private readonly language = inject(LanguageSwitch);
  private readonly dialog = inject<MatDialogRef<ReportBudgetDialog, boolean>>(MatDialogRef);
  protected readonly training = inject<TrainingView>(MAT_DIALOG_DATA);
  /** What was refused without belonging to a field. */
  protected readonly homeless = signal<readonly string[]>([]);

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
    this.form.markAllAsTouched();
    this.homeless.set([]);
    const { realisation, note } = this.form.getRawValue();
    if (this.form.invalid || realisation === null) return;
    if (await this.report.run(realisation, note)) {
      this.dialog.close(true);
      return;
    }
    const problem = this.report.problem();
    if (problem) this.homeless.set(applyProblem(this.form, problem, this.language.current()));
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
