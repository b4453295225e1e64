import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButtonModule } from '@angular/material/button';
import { MatCheckboxModule } from '@angular/material/checkbox';
import { MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { TrainingsClient } from '@api';
import { act } from '@core/load';
import { Notices } from '@core/notices';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiFieldError } from '@ui';

/** A whole year in one action: drafts on the same weekdays; what was copied before is left out. */
@Component({
  selector: 'app-copy-year-dialog',
  imports: [
    MatButtonModule,
    MatCheckboxModule,
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
      <h2 mat-dialog-title>{{ 'trainings.copyYear.title' | transloco }}</h2>
      <mat-dialog-content class="stack">
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
      </mat-dialog-content>
      <mat-dialog-actions align="end">
        <button matButton type="button" mat-dialog-close>{{ 'trainings.action.back' | transloco }}</button>
        <button matButton="filled" type="submit" [disabled]="copy.running()">
          {{ 'trainings.copyYear.action' | transloco }}
        </button>
      </mat-dialog-actions>
    </form>
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

  protected readonly copy = act(() => this.api.copyYear(this.form.getRawValue()));

  protected async send(): Promise<void> {
    this.form.markAllAsTouched();
    if (this.form.invalid) return;
    const done = await this.copy.run();
    if (!done) return;
    this.notices.say('trainings.copyYear.done', { copied: done.copied, skipped: done.skipped });
    this.dialog.close(this.form.getRawValue().toYear);
  }
}
