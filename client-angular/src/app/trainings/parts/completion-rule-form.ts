import { ChangeDetectionStrategy, Component, effect, inject, input, output } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButtonModule } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { CompletionClient, CompletionView } from '@api';
import { act } from '@core/load';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiFieldError } from '@ui';
import { TrainingDetailStore } from '../training-detail.store';

/** What a participant has to reach; it can be changed until results stand. */
@Component({
  selector: 'app-completion-rule',
  imports: [MatButtonModule, MatFormFieldModule, MatInputModule, ReactiveFormsModule, TranslocoPipe, UiFieldError],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <form class="card" [formGroup]="form" (ngSubmit)="send()">
      <h2>{{ 'participants.completion.rule' | transloco }}</h2>
      @if (shown().canEditRule) {
        <mat-form-field>
          <mat-label>{{ 'participants.completion.attendance' | transloco }}</mat-label>
          <input matInput type="number" min="0" max="100" formControlName="attendance" />
          <span matTextSuffix>%</span>
          <mat-error><ui-field-error [control]="form.controls.attendance" /></mat-error>
        </mat-form-field>
        <mat-form-field>
          <mat-label>{{ 'participants.completion.score' | transloco }}</mat-label>
          <input matInput type="number" min="0" max="100" formControlName="score" />
          <mat-hint>{{ 'participants.completion.scoreHelp' | transloco }}</mat-hint>
          <mat-error><ui-field-error [control]="form.controls.score" /></mat-error>
        </mat-form-field>
        <button matButton="outlined" type="submit" [disabled]="save.running()">
          {{ 'participants.completion.saveRule' | transloco }}
        </button>
      } @else {
        <p>
          {{ 'participants.completion.attendance' | transloco }}: {{ shown().rule.minimumAttendancePercent }}%
          @if (shown().rule.minimumPostTestScore !== null && shown().rule.minimumPostTestScore !== undefined) {
            <br />{{ 'participants.completion.score' | transloco }}: {{ shown().rule.minimumPostTestScore }}
          }
        </p>
      }
      @if (shown().rule.externalCertificateRequired) {
        <p class="small">{{ 'participants.completion.externalRequired' | transloco }}</p>
      }
    </form>
  `,
  styles: `
    form {
      display: grid;
      box-sizing: border-box;
      height: 100%;
      gap: var(--space-3);
      align-content: start;
      justify-items: start;
    }
    h2 {
      margin: 0;
      font-size: 1rem;
    }
  `,
})
export class CompletionRuleForm {
  readonly trainingId = input.required<string>();
  readonly shown = input.required<CompletionView>();
  readonly saved = output();
  private readonly api = inject(CompletionClient);
  private readonly detail = inject(TrainingDetailStore);

  protected readonly form = new FormGroup({
    attendance: new FormControl(80, {
      nonNullable: true,
      validators: [Validators.required, Validators.min(0), Validators.max(100)],
    }),
    score: new FormControl<number | null>(null, [Validators.min(0), Validators.max(100)]),
  });
  protected readonly save = act(
    () => {
      const { attendance, score } = this.form.getRawValue();
      const rule = {
        minimumAttendancePercent: attendance,
        minimumPostTestScore: score,
        evaluationRequired: this.shown().rule.evaluationRequired,
      };
      return this.api.updateCompletionRule(this.trainingId(), rule, `"${this.detail.training.value()?.version ?? ''}"`);
    },
    {
      done: 'participants.completion.ruleSaved',
      then: () => {
        this.form.markAsPristine();
        this.saved.emit();
        this.detail.refresh();
      },
      // Somebody else changed the training: it is read again, and what was typed stays to be sent once more.
      failed: ({ status }) => {
        if (status === 412) this.detail.refresh();
      },
    },
  );

  constructor() {
    effect(() => {
      const { rule } = this.shown();
      if (this.form.dirty) return;
      this.form.reset({ attendance: rule.minimumAttendancePercent, score: rule.minimumPostTestScore ?? null });
    });
  }

  protected send(): void {
    this.form.markAllAsTouched();
    if (this.form.valid) void this.save.run();
  }
}
