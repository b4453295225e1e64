import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  effect,
  inject,
  input,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { FormArray, FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButtonModule } from '@angular/material/button';
import { MatCheckboxModule } from '@angular/material/checkbox';
import { MatDatepickerModule } from '@angular/material/datepicker';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { MatSelectModule } from '@angular/material/select';
import { RouterLink } from '@angular/router';
import { JpCalculationView, JpRuleRow, JpRulesClient } from '@api';
import { FORMAT_PIPES } from '@core/format.pipes';
import { act } from '@core/load';
import { LocalTextPipe } from '@core/local-text.pipe';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiFieldError, UiFormPage, UiIcon, UiState } from '@ui';
import { JpSteps } from './jp-steps';
import { RuleTerms } from './rule-terms';

/** What an activity would give, tried out: nothing is kept. */
@Component({
  selector: 'app-jp-calculator',
  imports: [
    JpSteps,
    LocalTextPipe,
    MatButtonModule,
    MatCheckboxModule,
    MatDatepickerModule,
    MatFormFieldModule,
    MatInputModule,
    MatSelectModule,
    ReactiveFormsModule,
    RouterLink,
    RuleTerms,
    TranslocoPipe,
    UiFieldError,
    UiFormPage,
    UiIcon,
    UiState,
    ...FORMAT_PIPES,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './jp-calculator.html',
  styleUrl: './jp-calculator.scss',
})
export class JpCalculator {
  readonly rules = input.required<readonly JpRuleRow[]>();
  readonly today = input.required<string>();
  /** Code of the form to begin with. */
  readonly begin = input<string>();

  private readonly api = inject(JpRulesClient);
  private readonly result = viewChild.required<ElementRef<HTMLElement>>('result');
  protected readonly answer = signal<JpCalculationView | undefined>(undefined);
  protected readonly meetings = new FormArray<ReturnType<typeof meeting>>([]);
  protected readonly form = new FormGroup({
    form: new FormControl('', { nonNullable: true, validators: Validators.required }),
    meetings: this.meetings,
    programmeJp: new FormControl<number | null>(null, [Validators.min(1), Validators.max(2000)]),
    international: new FormControl(false, { nonNullable: true }),
  });
  protected readonly count = act(
    () => {
      const { meetings, ...rest } = this.form.getRawValue();
      return this.api.calculateJp({
        ...rest,
        // An emptied row is no meeting.
        meetings: meetings.flatMap(({ on, minutes }) => (on ? [{ on, minutes: minutes ?? 0 }] : [])),
        on: meetings.some(({ on }) => on) ? null : this.today(),
      });
    },
    {
      problems: 'page',
      then: (result) => {
        this.answer.set(result);
        // On a phone it stands below what was entered.
        setTimeout(() => {
          this.result().nativeElement.scrollIntoView({ block: 'nearest' });
        });
      },
    },
  );

  constructor() {
    effect(() => {
      const code = this.begin() ?? this.rules()[0]?.code ?? '';
      const today = this.today();
      untracked(() => {
        this.form.controls.form.setValue(code);
        if (this.meetings.length === 0) this.meetings.push(meeting(today));
      });
    });
    // A result beside other entries would be read as theirs.
    this.form.valueChanges.subscribe(() => {
      this.answer.set(undefined);
    });
  }

  protected add(): void {
    const last = this.meetings.at(-1)?.value;
    this.meetings.push(meeting(nextDay(last?.on ?? this.today()), last?.minutes ?? undefined));
  }
}

function meeting(on: string, minutes = 90) {
  return new FormGroup({
    on: new FormControl<string | null>(on, Validators.required),
    minutes: new FormControl<number | null>(minutes, [Validators.required, Validators.min(0), Validators.max(1440)]),
  });
}

function nextDay(day: string): string {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}
