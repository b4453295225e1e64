import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { FormControl, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButtonModule } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiFieldError } from '../form/field-error';
import { ConfirmAsk } from './confirm';
import { stayOpen } from './stay-open';

@Component({
  selector: 'ui-confirm-dialog',
  imports: [
    ReactiveFormsModule,
    MatButtonModule,
    MatDialogModule,
    MatFormFieldModule,
    MatInputModule,
    TranslocoPipe,
    UiFieldError,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h2 id="confirm-title" mat-dialog-title>{{ ask.title }}</h2>
    <form (submit)="confirm($event)">
      <mat-dialog-content>
        <p>{{ ask.text }}</p>
        @if (ask.points?.length) {
          <ul>
            @for (point of ask.points; track point) {
              <li>{{ point }}</li>
            }
          </ul>
        }
        @if (ask.reason) {
          <mat-form-field appearance="outline">
            <mat-label>{{ ask.reasonLabel ?? ('ui.confirm.reason' | transloco) }}</mat-label>
            <textarea matInput rows="3" [formControl]="reason" [required]="ask.reason === 'required'"></textarea>
            <mat-error><ui-field-error [control]="reason" /></mat-error>
          </mat-form-field>
        }
      </mat-dialog-content>
      <mat-dialog-actions align="end">
        <button matButton type="button" mat-dialog-close>{{ 'ui.confirm.back' | transloco }}</button>
        <button matButton="filled" type="submit" [class.destructive]="ask.destructive">{{ ask.action }}</button>
      </mat-dialog-actions>
    </form>
  `,
  styles: `
    .destructive {
      --mat-button-filled-container-color: var(--mat-sys-error);
      --mat-button-filled-label-text-color: var(--mat-sys-on-error);
    }
    mat-form-field {
      margin-top: var(--space-2);
    }
  `,
})
export class ConfirmDialog {
  protected readonly ask = inject<ConfirmAsk>(MAT_DIALOG_DATA);
  private readonly opened = inject<MatDialogRef<ConfirmDialog, { reason: string }>>(MatDialogRef);
  protected readonly reason = new FormControl('', {
    nonNullable: true,
    validators: [
      ...(this.ask.reason === 'required' ? [Validators.required, Validators.pattern(/\S/)] : []),
      Validators.minLength(this.ask.reasonMinimum ?? 0),
      Validators.maxLength(this.ask.reasonMaximum ?? 1000),
    ],
  });

  constructor() {
    stayOpen();
  }

  protected confirm(event: Event): void {
    event.preventDefault();
    this.reason.markAsTouched();
    if (this.reason.valid) this.opened.close({ reason: this.reason.value.trim() });
  }
}
