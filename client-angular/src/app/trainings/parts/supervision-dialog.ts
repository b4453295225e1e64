import { ChangeDetectionStrategy, Component, DestroyRef, inject } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { MatSelectModule } from '@angular/material/select';
import { CoachingClient, CoachingKind, SupervisedPeople } from '@api';
import { Drafts } from '@core/drafts';
import { act } from '@core/load';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiFieldError, UiFormDialog } from '@ui';
import { SUPERVISED_KINDS } from '../supervision';

/** Gives the learning of everybody on the list to their superiors to monitor. */
@Component({
  selector: 'app-supervision-dialog',
  imports: [
    MatFormFieldModule,
    MatInputModule,
    MatSelectModule,
    ReactiveFormsModule,
    TranslocoPipe,
    UiFieldError,
    UiFormDialog,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ui-form-dialog
      [formGroup]="form"
      [title]="'participants.coaching.supervise' | transloco"
      [action]="'participants.coaching.handOver' | transloco"
      [sending]="save.running()"
      [problem]="save.problem()"
      [draft]="draft"
      (submitted)="send()"
    >
      <p class="muted">{{ 'participants.coaching.superviseHelp' | transloco }}</p>
      <mat-form-field>
        <mat-label>{{ 'participants.coaching.field.kind' | transloco }}</mat-label>
        <mat-select formControlName="kind">
          @for (one of kinds; track one) {
            <mat-option [value]="one">{{ 'participants.coaching.kinds.' + one | transloco }}</mat-option>
          }
        </mat-select>
      </mat-form-field>
      <mat-form-field>
        <mat-label>{{ 'participants.coaching.field.goal' | transloco }}</mat-label>
        <textarea matInput rows="4" formControlName="goal"></textarea>
        <mat-error><ui-field-error [control]="form.controls.goal" /></mat-error>
      </mat-form-field>
      <mat-form-field>
        <mat-label>{{ 'participants.coaching.field.looks' | transloco }}</mat-label>
        <input matInput type="number" min="1" max="100" formControlName="agreedMeetings" />
        <mat-error><ui-field-error [control]="form.controls.agreedMeetings" /></mat-error>
      </mat-form-field>
    </ui-form-dialog>
  `,
})
export class SupervisionDialog {
  private readonly trainingId = inject<string>(MAT_DIALOG_DATA);
  private readonly api = inject(CoachingClient);
  private readonly dialog = inject<MatDialogRef<SupervisionDialog, SupervisedPeople>>(MatDialogRef);
  protected readonly kinds = SUPERVISED_KINDS;

  protected readonly form = new FormGroup({
    kind: new FormControl<CoachingKind>('selfLearning', { nonNullable: true }),
    goal: new FormControl('', { nonNullable: true, validators: [Validators.required, Validators.maxLength(2000)] }),
    agreedMeetings: new FormControl(4, {
      nonNullable: true,
      validators: [Validators.required, Validators.min(1), Validators.max(100)],
    }),
  });
  protected readonly draft = inject(Drafts).keep(`supervision-${this.trainingId}`, this.form, inject(DestroyRef));

  protected readonly save = act(() => this.api.superviseParticipants(this.trainingId, this.form.getRawValue()), {
    problems: 'page',
  });

  protected async send(): Promise<void> {
    const done = await this.save.run();
    if (!done) return;
    this.draft.clear();
    this.dialog.close(done);
  }
}
