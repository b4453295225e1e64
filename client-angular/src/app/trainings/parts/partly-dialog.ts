import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MAT_DIALOG_DATA, MatDialog, MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiFieldError, UiFormDialog } from '@ui';
import { firstValueFrom } from 'rxjs';

export interface PartlyAsk {
  readonly name: string;
  readonly sessionMinutes: number;
  /** What is noted now, when it is corrected. */
  readonly minutes?: number;
  /** Something is noted already: the correction needs a reason. */
  readonly corrects: boolean;
}

export interface PartlyAnswer {
  readonly minutes?: number;
  readonly reason?: string;
}

/** How long somebody was in class. Enter notes it; an empty field means that nobody knows. */
@Component({
  selector: 'app-partly-dialog',
  imports: [MatFormFieldModule, MatInputModule, ReactiveFormsModule, TranslocoPipe, UiFieldError, UiFormDialog],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ui-form-dialog
      [formGroup]="form"
      [title]="'participants.attendance.partly.title' | transloco: { name: ask.name }"
      [action]="'participants.attendance.partly.action' | transloco"
      (submitted)="close()"
    >
      <mat-form-field>
        <mat-label>{{ 'participants.attendance.partly.minutes' | transloco: { total: ask.sessionMinutes } }}</mat-label>
        <input
          matInput
          type="number"
          min="1"
          [max]="ask.sessionMinutes"
          inputmode="numeric"
          formControlName="minutes"
        />
        <mat-hint>{{ 'participants.attendance.partly.help' | transloco: { half: half } }}</mat-hint>
        <mat-error><ui-field-error [control]="form.controls.minutes" /></mat-error>
      </mat-form-field>
      @if (ask.corrects) {
        <mat-form-field>
          <mat-label>{{ 'participants.attendance.partly.reason' | transloco }}</mat-label>
          <textarea matInput rows="2" required formControlName="reason"></textarea>
          <mat-hint>{{ 'participants.attendance.correct.text' | transloco }}</mat-hint>
          <mat-error><ui-field-error [control]="form.controls.reason" /></mat-error>
        </mat-form-field>
      }
    </ui-form-dialog>
  `,
})
export class PartlyDialog {
  protected readonly ask = inject<PartlyAsk>(MAT_DIALOG_DATA);
  private readonly opened = inject<MatDialogRef<PartlyDialog, PartlyAnswer>>(MatDialogRef);
  /** What counts when nobody noted the minutes. */
  protected readonly half = Math.floor(this.ask.sessionMinutes / 2);

  protected readonly form = new FormGroup({
    minutes: new FormControl<number | null>(this.ask.minutes ?? null, [
      Validators.min(1),
      Validators.max(this.ask.sessionMinutes),
      Validators.pattern(/^\d+$/),
    ]),
    reason: new FormControl('', {
      nonNullable: true,
      validators: this.ask.corrects ? [Validators.required, Validators.pattern(/\S/), Validators.maxLength(300)] : [],
    }),
  });

  protected close(): void {
    const { minutes, reason } = this.form.getRawValue();
    this.opened.close({ minutes: minutes ?? undefined, reason: reason.trim() || undefined });
  }
}

/** Nothing when the officer turned back. */
export function askPartly(dialog: MatDialog, ask: PartlyAsk): Promise<PartlyAnswer | undefined> {
  const opened = dialog.open<PartlyDialog, PartlyAsk, PartlyAnswer>(PartlyDialog, {
    data: ask,
    width: '26rem',
    maxWidth: 'calc(100vw - 32px)',
    autoFocus: 'input',
  });
  return firstValueFrom(opened.afterClosed());
}
