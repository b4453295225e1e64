import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButtonModule } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { ParticipantRow } from '@api';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiFieldError, UiLookup } from '@ui';
import { ParticipantsStore } from './participants.store';

/** Swaps one person for another by hand. */
@Component({
  selector: 'app-replace-participant',
  imports: [
    MatButtonModule,
    MatFormFieldModule,
    MatInputModule,
    ReactiveFormsModule,
    TranslocoPipe,
    UiFieldError,
    UiLookup,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <form class="card" [formGroup]="form" (ngSubmit)="send()">
      <h2>{{ 'participants.replace.title' | transloco: { name: leaving().name } }}</h2>
      <ui-lookup
        [label]="'participants.replace.by' | transloco"
        [help]="'participants.replace.help' | transloco"
        [control]="form.controls.replacement"
        [find]="find"
        [required]="true"
      />
      <mat-form-field>
        <mat-label>{{ 'participants.reason' | transloco }}</mat-label>
        <input matInput formControlName="reason" />
        <mat-error><ui-field-error [control]="form.controls.reason" /></mat-error>
      </mat-form-field>
      <div class="row">
        <button matButton="filled" type="submit" [disabled]="store.replace.running()">
          {{ 'participants.replace.action' | transloco }}
        </button>
        <button matButton type="button" (click)="closed.emit()">{{ 'participants.cancel' | transloco }}</button>
      </div>
    </form>
  `,
  styles: `
    form {
      display: grid;
      gap: var(--space-3);
      max-width: 36rem;
      margin-bottom: var(--space-4);
    }
  `,
})
export class ReplaceParticipant {
  readonly trainingId = input.required<string>();
  readonly leaving = input.required<ParticipantRow>();
  readonly closed = output();

  protected readonly store = inject(ParticipantsStore);
  protected readonly find = (text: string) => this.store.findReplacement(this.trainingId(), text);
  protected readonly form = new FormGroup({
    replacement: new FormControl<string | null>(null, Validators.required),
    reason: new FormControl('', { nonNullable: true, validators: [Validators.required, Validators.maxLength(500)] }),
  });

  protected async send(): Promise<void> {
    this.form.markAllAsTouched();
    const { replacement, reason } = this.form.getRawValue();
    if (this.form.invalid || !replacement) return;
    if (await this.store.replace.run(this.trainingId(), this.leaving().id, replacement, reason)) this.closed.emit();
  }
}
