import { ChangeDetectionStrategy, Component, DestroyRef, inject } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatDatepickerModule } from '@angular/material/datepicker';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { CoachingClient, CoachingRow } from '@api';
import { Drafts } from '@core/drafts';
import { Formats } from '@core/formats';
import { act } from '@core/load';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiFieldError, UiFormDialog } from '@ui';
import { wordsOfHeld } from '../supervision';

/** A meeting that was held, or a superior's review. */
@Component({
  selector: 'app-meeting-dialog',
  imports: [
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
      [title]="words + 'note' | transloco"
      [action]="words + 'save' | transloco"
      [sending]="save.running()"
      [problem]="save.problem()"
      [draft]="draft"
      (submitted)="send()"
    >
      <p class="muted">{{ row.name }} · {{ row.training }}</p>
      <mat-form-field>
        <mat-label>{{ 'participants.coaching.heldOn' | transloco }}</mat-label>
        <input matInput [matDatepicker]="picker" [max]="today" formControlName="heldOn" />
        <mat-datepicker-toggle matIconSuffix [for]="picker" />
        <mat-datepicker #picker />
        <mat-error><ui-field-error [control]="form.controls.heldOn" /></mat-error>
      </mat-form-field>
      <mat-form-field>
        <mat-label>{{ 'participants.coaching.minutes' | transloco }}</mat-label>
        <input matInput type="number" min="1" max="600" formControlName="minutes" />
        <mat-error><ui-field-error [control]="form.controls.minutes" /></mat-error>
      </mat-form-field>
      <mat-form-field>
        <mat-label>{{ 'participants.coaching.topic' | transloco }}</mat-label>
        <input matInput formControlName="topic" />
        <mat-error><ui-field-error [control]="form.controls.topic" /></mat-error>
      </mat-form-field>
      <mat-form-field>
        <mat-label>{{ 'participants.coaching.outcome' | transloco }}</mat-label>
        <textarea matInput rows="3" formControlName="outcome"></textarea>
        <mat-error><ui-field-error [control]="form.controls.outcome" /></mat-error>
      </mat-form-field>
    </ui-form-dialog>
  `,
})
export class MeetingDialog {
  protected readonly row = inject<CoachingRow>(MAT_DIALOG_DATA);
  protected readonly words = wordsOfHeld(this.row.kind);
  protected readonly today = inject(Formats).today();
  private readonly api = inject(CoachingClient);
  private readonly dialog = inject<MatDialogRef<MeetingDialog, boolean>>(MatDialogRef);

  protected readonly form = new FormGroup({
    heldOn: new FormControl<string | null>(this.today, Validators.required),
    minutes: new FormControl(60, {
      nonNullable: true,
      validators: [Validators.required, Validators.min(1), Validators.max(600)],
    }),
    topic: new FormControl('', { nonNullable: true, validators: [Validators.required, Validators.maxLength(500)] }),
    outcome: new FormControl('', { nonNullable: true, validators: Validators.maxLength(2000) }),
  });
  protected readonly draft = inject(Drafts).keep(`meeting-${this.row.agreementId}`, this.form, inject(DestroyRef));

  protected readonly save = act(
    () => {
      const { heldOn, outcome, ...rest } = this.form.getRawValue();
      return this.api.addCoachingMeeting(this.row.trainingId, this.row.agreementId, {
        ...rest,
        heldOn: heldOn ?? '',
        outcome: outcome || null,
      });
    },
    { done: `${this.words}noted`, problems: 'page' },
  );

  protected async send(): Promise<void> {
    if (!(await this.save.run())) return;
    this.draft.clear();
    this.dialog.close(true);
  }
}
