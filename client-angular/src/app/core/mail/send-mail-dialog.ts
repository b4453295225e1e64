import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { FormControl, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButtonModule } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiFieldError } from '@ui';

export interface SendMailAsk {
  readonly name: string;
  readonly address?: string;
  /** Somebody from outside: their address is ours to correct; an employee's is HR's. */
  readonly external: boolean;
}

/** Sends a mail once more, to a better address where that is known. Closes with the address to use, or nothing. */
@Component({
  selector: 'app-send-mail-dialog',
  imports: [
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
    <form (submit)="send($event)">
      <h2 id="send-mail-title" mat-dialog-title>{{ 'mail.again.title' | transloco: { name: ask.name } }}</h2>
      <mat-dialog-content class="stack">
        <p>{{ 'mail.again.text' | transloco }}</p>
        @if (ask.external) {
          <mat-form-field>
            <mat-label>{{ 'mail.again.address' | transloco }}</mat-label>
            <input matInput type="email" autocomplete="off" [formControl]="address" />
            <mat-error><ui-field-error [control]="address" /></mat-error>
          </mat-form-field>
        } @else {
          <p class="muted">{{ 'mail.again.fromRecord' | transloco }}</p>
        }
      </mat-dialog-content>
      <mat-dialog-actions align="end">
        <button matButton type="button" mat-dialog-close>{{ 'ui.cancel' | transloco }}</button>
        <button matButton="filled" type="submit">{{ 'mail.again.action' | transloco }}</button>
      </mat-dialog-actions>
    </form>
  `,
})
export class SendMailDialog {
  protected readonly ask = inject<SendMailAsk>(MAT_DIALOG_DATA);
  private readonly dialog = inject<MatDialogRef<SendMailDialog, string>>(MatDialogRef);
  protected readonly address = new FormControl(this.ask.address ?? '', {
    nonNullable: true,
    validators: [Validators.email, Validators.maxLength(254)],
  });

  protected send(event: Event): void {
    event.preventDefault();
    this.address.markAsTouched();
    const address = this.address.value.trim();
    if (this.address.valid) this.dialog.close(address === this.ask.address ? '' : address);
  }
}
