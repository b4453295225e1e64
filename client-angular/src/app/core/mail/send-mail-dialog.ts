import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiFieldError, UiFormDialog } from '@ui';

export interface SendMailAsk {
  readonly name: string;
  readonly address?: string;
  /** Somebody from outside: their address is ours to correct; an employee's is HR's. */
  readonly external: boolean;
}

/** Sends a mail once more, to a better address where that is known. Closes with the address to use, or nothing. */
@Component({
  selector: 'app-send-mail-dialog',
  imports: [MatFormFieldModule, MatInputModule, ReactiveFormsModule, TranslocoPipe, UiFieldError, UiFormDialog],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ui-form-dialog
      [formGroup]="form"
      [title]="'mail.again.title' | transloco: { name: ask.name }"
      [action]="'mail.again.action' | transloco"
      (submitted)="send()"
    >
      <p>{{ 'mail.again.text' | transloco }}</p>
      @if (ask.external) {
        <mat-form-field>
          <mat-label>{{ 'mail.again.address' | transloco }}</mat-label>
          <input matInput type="email" autocomplete="off" formControlName="address" />
          <mat-error><ui-field-error [control]="form.controls.address" /></mat-error>
        </mat-form-field>
      } @else {
        <p class="muted">{{ 'mail.again.fromRecord' | transloco }}</p>
      }
    </ui-form-dialog>
  `,
})
export class SendMailDialog {
  protected readonly ask = inject<SendMailAsk>(MAT_DIALOG_DATA);
  private readonly dialog = inject<MatDialogRef<SendMailDialog, string>>(MatDialogRef);
  protected readonly form = new FormGroup({
    address: new FormControl(this.ask.address ?? '', {
      nonNullable: true,
      validators: [Validators.email, Validators.maxLength(254)],
    }),
  });

  protected send(): void {
    const address = this.form.controls.address.value.trim();
    this.dialog.close(address === this.ask.address ? '' : address);
  }
}
