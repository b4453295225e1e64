import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MAT_DIALOG_DATA, MatDialog, MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { TrainingView, TrainingsClient } from '@api';
import { act } from '@core/load';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiFieldError, UiFormDialog } from '@ui';
import { firstValueFrom } from 'rxjs';
import { CompetencyChoice } from '../training.form';
import { CompetencyPicker } from './competency-picker';

/** Another JP of the programme or other competencies than were approved. Closes with true when it was proposed. */
@Component({
  selector: 'app-revision-dialog',
  imports: [
    CompetencyPicker,
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
      [title]="'trainings.revision.title' | transloco"
      [action]="'trainings.revision.send' | transloco"
      [sending]="propose.running()"
      [problem]="propose.problem()"
      (submitted)="send()"
    >
      <p class="muted">{{ 'trainings.revision.help' | transloco }}</p>
      <mat-form-field>
        <mat-label>{{ 'trainings.field.programmeJp' | transloco }}</mat-label>
        <input matInput type="number" min="1" formControlName="programmeJp" />
        <mat-error><ui-field-error [control]="form.controls.programmeJp" /></mat-error>
      </mat-form-field>
      <mat-form-field>
        <mat-label>{{ 'trainings.field.programmeJpReason' | transloco }}</mat-label>
        <input matInput formControlName="programmeJpReason" />
        <mat-error><ui-field-error [control]="form.controls.programmeJpReason" /></mat-error>
      </mat-form-field>
      <app-competency-picker [control]="form.controls.competencies" />
      <mat-form-field>
        <mat-label>{{ 'trainings.revision.reason' | transloco }}</mat-label>
        <textarea matInput rows="3" formControlName="reason"></textarea>
        <mat-error><ui-field-error [control]="form.controls.reason" /></mat-error>
      </mat-form-field>
    </ui-form-dialog>
  `,
})
export class RevisionDialog {
  private readonly api = inject(TrainingsClient);
  private readonly dialog = inject<MatDialogRef<RevisionDialog, boolean>>(MatDialogRef);
  private readonly training = inject<TrainingView>(MAT_DIALOG_DATA);

  protected readonly form = new FormGroup({
    programmeJp: new FormControl<number | null>(this.training.plan.programmeJp ?? null, [
      Validators.min(1),
      Validators.max(2000),
    ]),
    programmeJpReason: new FormControl(this.training.plan.programmeJpReason ?? '', {
      nonNullable: true,
      validators: Validators.maxLength(4000),
    }),
    competencies: new FormControl<CompetencyChoice[]>([...this.training.targets], { nonNullable: true }),
    reason: new FormControl('', { nonNullable: true, validators: [Validators.required, Validators.maxLength(2000)] }),
  });

  protected readonly propose = act(
    () => {
      const { competencies, programmeJpReason, ...rest } = this.form.getRawValue();
      const proposal = {
        ...rest,
        programmeJpReason: programmeJpReason || null,
        competencies: competencies.map(({ competencyId, level }) => ({ competencyId, level })),
      };
      return this.api.proposeRevision(this.training.id, proposal, `"${this.training.version}"`);
    },
    { done: 'trainings.revision.proposed', problems: 'page' },
  );

  protected async send(): Promise<void> {
    if (await this.propose.run()) this.dialog.close(true);
  }
}

/** True when something was proposed. */
export async function proposeRevision(dialog: MatDialog, training: TrainingView): Promise<boolean> {
  const opened = dialog.open<RevisionDialog, TrainingView, boolean>(RevisionDialog, { data: training, width: '40rem' });
  return (await firstValueFrom(opened.afterClosed())) === true;
}
