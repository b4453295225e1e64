import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatCheckboxModule } from '@angular/material/checkbox';
import { MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { TrainingsClient } from '@api';
import { act } from '@core/load';
import { Notices } from '@core/notices';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiFieldError, UiFormDialog } from '@ui';

/** A whole year in one action: drafts on the same weekdays; what was copied before is left out. */
@Component({
  selector: 'app-copy-year-dialog',
  imports: [
    MatCheckboxModule,
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
      [title]="'trainings.copyYear.title' | transloco"
      [action]="'trainings.copyYear.action' | transloco"
      [sending]="copy.running()"
      [problem]="copy.problem()"
      (submitted)="send()"
    >
      <p class="muted">{{ 'trainings.copyYear.help' | transloco }}</p>
      <div class="row">
        <mat-form-field class="grow">
          <mat-label>{{ 'trainings.copyYear.from' | transloco }}</mat-label>
          <input matInput type="number" formControlName="fromYear" />
          <mat-error><ui-field-error [control]="form.controls.fromYear" /></mat-error>
        </mat-form-field>
        <mat-form-field class="grow">
          <mat-label>{{ 'trainings.copyYear.to' | transloco }}</mat-label>
          <input matInput type="number" formControlName="toYear" />
          <mat-error><ui-field-error [control]="form.controls.toYear" /></mat-error>
        </mat-form-field>
      </div>
      <mat-checkbox formControlName="withSessions">{{ 'trainings.copy.withSessions' | transloco }}</mat-checkbox>
    </ui-form-dialog>
  `,
})
export class CopyYearDialog {
  /** Closes with the year that now has the copies. */
  private readonly dialog = inject<MatDialogRef<CopyYearDialog, number>>(MatDialogRef);
  private readonly api = inject(TrainingsClient);
  private readonly notices = inject(Notices);
  private readonly now = new Date().getFullYear();

  protected readonly form = new FormGroup({
    fromYear: new FormControl(this.now, { nonNullable: true, validators: [Validators.required, Validators.min(2000)] }),
    toYear: new FormControl(this.now + 1, {
      nonNullable: true,
      validators: [Validators.required, Validators.min(2000)],
    }),
    withSessions: new FormControl(true, { nonNullable: true }),
  });

  protected readonly copy = act(() => this.api.copyYear(this.form.getRawValue()), { problems: 'page' });

  protected async send(): Promise<void> {
    const done = await this.copy.run();
    if (!done) return;
    this.notices.say('trainings.copyYear.done', { copied: done.copied, skipped: done.skipped });
    this.dialog.close(this.form.getRawValue().toYear);
  }
}
