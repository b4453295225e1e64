import { ChangeDetectionStrategy, Component, effect, input, output, signal } from '@angular/core';
import { FormControl, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButtonModule } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { CheckedIn } from '@api';
import { TimePipe } from '@core/format.pipes';
import { act } from '@core/load';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiFieldError, UiIcon, UiProblem } from '@ui';
import { Observable } from 'rxjs';

/** The code of the class, typed or brought along by its QR code, and what came of it. */
@Component({
  selector: 'app-check-in-form',
  imports: [
    MatButtonModule,
    MatFormFieldModule,
    MatInputModule,
    ReactiveFormsModule,
    TimePipe,
    TranslocoPipe,
    UiFieldError,
    UiIcon,
    UiProblem,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <form (submit)="submit($event)">
      <mat-form-field class="code" subscriptSizing="dynamic">
        <mat-label>{{ 'participants.checkIn.code' | transloco }}</mat-label>
        <input
          matInput
          autocapitalize="characters"
          autocomplete="off"
          spellcheck="false"
          maxlength="12"
          [formControl]="typed"
        />
        <mat-error><ui-field-error [control]="typed" /></mat-error>
      </mat-form-field>
      <button matButton="filled" type="submit" [disabled]="sending.running()">
        {{ 'participants.checkIn.send' | transloco }}
      </button>
    </form>
    <div aria-live="polite">
      @if (sending.problem(); as problem) {
        <ui-problem [problem]="problem" [retryable]="false" />
      } @else if (done(); as one) {
        <p class="done">
          <ui-icon name="state-done" />
          {{ 'participants.checkIn.done' | transloco: { training: one.training, subject: one.subject } }}
          {{ one.at | time }}
        </p>
      }
    </div>
  `,
  styles: `
    form {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--space-3);
    }
    /* As it stands on the screen in class; Material's own rule for inputs is as strong as one class. */
    .code input.mat-mdc-input-element {
      font-size: 1.5rem;
      letter-spacing: 0.15em;
      text-transform: uppercase;
    }
    .done {
      margin: var(--space-3) 0 0;
      color: var(--state-good);
      font-weight: 600;
    }
  `,
})
export class CheckInForm {
  /** From the QR code. */
  readonly code = input<string>();
  readonly send = input.required<(code: string) => Observable<CheckedIn>>();
  readonly checkedIn = output();

  protected readonly typed = new FormControl('', {
    nonNullable: true,
    validators: [Validators.required, Validators.pattern(/\S/)],
  });
  protected readonly done = signal<CheckedIn | undefined>(undefined);
  protected readonly sending = act(() => this.send()(this.typed.value.trim()), {
    problems: 'page',
    then: (result) => {
      this.done.set(result);
      this.typed.reset();
      this.checkedIn.emit();
    },
  });

  constructor() {
    effect(() => {
      const code = this.code();
      if (code) this.typed.setValue(code);
    });
  }

  // The button is never disabled for want of a code: a browser swallows Enter in a form whose button is.
  protected submit(event: Event): void {
    event.preventDefault();
    this.typed.markAsTouched();
    if (this.typed.valid) void this.sending.run();
  }
}
