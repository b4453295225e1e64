import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButtonModule } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialog, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { TrainingView, TrainingsClient } from '@api';
import { LanguageSwitch } from '@core/language';
import { act } from '@core/load';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiFieldError, applyProblem } from '@ui';
import { firstValueFrom } from 'rxjs';
import { CompetencyChoice } from '../training.form';
import { CompetencyPicker } from './competency-picker';

/** Another JP of the programme or other competencies than were approved. Closes with true when it was proposed. */
@Component({
  selector: 'app-revision-dialog',
  imports: [
    CompetencyPicker,
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
      <h2 mat-dialog-title>{{ 'trainings.revision.title' | transloco }}</h2>
      <mat-dialog-content class="stack">
        <p class="muted">{{ 'trainings.revision.help' | transloco }}</p>
        <div role="alert">
          @for (text of homeless(); track text) {
            <p class="refused">{{ text }}</p>
          }
        </div>
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
      </mat-dialog-content>
      <mat-dialog-actions align="end">
        <button matButton type="button" mat-dialog-close>{{ 'trainings.action.back' | transloco }}</button>
        <button matButton="filled" type="submit" [disabled]="propose.running()">
          {{ 'trainings.revision.send' | transloco }}
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
export class RevisionDialog {
  private readonly api = inject(TrainingsClient);
  private readonly language = inject(LanguageSwitch);
  private readonly dialog = inject<MatDialogRef<RevisionDialog, boolean>>(MatDialogRef);
  private readonly training = inject<TrainingView>(MAT_DIALOG_DATA);
  /** What was refused without belonging to a field. */
  protected readonly homeless = signal<readonly string[]>([]);

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
    this.form.markAllAsTouched();
    this.homeless.set([]);
    if (this.form.invalid) return;
    if (await this.propose.run()) {
      this.dialog.close(true);
      return;
    }
    const problem = this.propose.problem();
    if (problem) this.homeless.set(applyProblem(this.form, problem, this.language.current()));
  }
}

/** True when something was proposed. */
export async function proposeRevision(dialog: MatDialog, training: TrainingView): Promise<boolean> {
  const opened = dialog.open<RevisionDialog, TrainingView, boolean>(RevisionDialog, { data: training, width: '40rem' });
  return (await firstValueFrom(opened.afterClosed())) === true;
}
