import { ChangeDetectionStrategy, Component, effect, inject, input } from '@angular/core';
import { FormControl, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButtonModule } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { AttendanceClient } from '@api';
import { FORMAT_PIPES } from '@core/format.pipes';
import { act } from '@core/load';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiIcon, UiPageHeader, UiProblem } from '@ui';

/** The participant's own attendance: the QR code brings the code along, others type it. */
@Component({
  selector: 'app-check-in',
  imports: [
    ...FORMAT_PIPES,
    MatButtonModule,
    MatFormFieldModule,
    MatInputModule,
    ReactiveFormsModule,
    TranslocoPipe,
    UiIcon,
    UiPageHeader,
    UiProblem,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ui-page-header
      [title]="'participants.checkIn.title' | transloco"
      [subtitle]="'participants.checkIn.intro' | transloco"
    />
    <form class="card" (ngSubmit)="send.run()">
      <mat-form-field>
        <mat-label>{{ 'participants.checkIn.code' | transloco }}</mat-label>
        <input
          matInput
          class="code"
          autocapitalize="characters"
          autocomplete="off"
          spellcheck="false"
          maxlength="12"
          [formControl]="typed"
        />
      </mat-form-field>
      <button matButton="filled" type="submit" [disabled]="typed.invalid || send.running()">
        {{ 'participants.checkIn.send' | transloco }}
      </button>
      <div aria-live="polite">
        @if (send.problem(); as problem) {
          <ui-problem [problem]="problem" />
        }
        @if (done(); as one) {
          <p class="done">
            <ui-icon name="state-done" />
            {{ 'participants.checkIn.done' | transloco: { training: one.training, subject: one.subject } }}
            {{ one.at | time }}
          </p>
        }
      </div>
    </form>
  `,
  styles: `
    form {
      display: grid;
      gap: var(--space-3);
      max-width: 26rem;
    }
    .code {
      font-size: 1.75rem;
      letter-spacing: 0.15em;
      text-transform: uppercase;
    }
    .done {
      color: var(--state-good);
      font-weight: 600;
    }
  `,
})
export class CheckIn {
  /** From the QR code. */
  readonly code = input<string>();
  readonly session = input<string>();

  private readonly api = inject(AttendanceClient);
  protected readonly typed = new FormControl('', { nonNullable: true, validators: [Validators.required] });
  protected readonly send = act(() => this.api.checkIn({ code: this.typed.value, sessionId: this.session() }), {
    problems: 'page',
    then: (result) => {
      this.result = result;
      this.typed.reset();
    },
  });
  private result: Awaited<ReturnType<typeof this.send.run>>;

  constructor() {
    effect(() => {
      const code = this.code();
      if (code) this.typed.setValue(code);
    });
  }

  protected done(): typeof this.result {
    return this.send.problem() ? undefined : this.result;
  }
}
