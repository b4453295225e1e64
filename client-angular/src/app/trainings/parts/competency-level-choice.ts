import { ChangeDetectionStrategy, Component, computed, effect, inject, input, output } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatSelectModule } from '@angular/material/select';
import { DictionariesClient } from '@api';
import { loaded } from '@core/load';
import { LocalTextPipe } from '@core/local-text.pipe';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiIcon } from '@ui';
import { CompetencyChoice } from '../training.form';

/** One chosen competency: its level, with what somebody at that level can do. */
@Component({
  selector: 'app-competency-level-choice',
  imports: [LocalTextPipe, MatButtonModule, MatFormFieldModule, MatSelectModule, TranslocoPipe, UiIcon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="title">
      <strong>{{ choice().title }}</strong>
      <span class="muted small">{{ choice().code }}</span>
    </div>
    @if (!locked()) {
      <button
        matIconButton
        type="button"
        [attr.aria-label]="'trainings.competencies.remove' | transloco: { title: choice().title }"
        (click)="removed.emit()"
      >
        <ui-icon name="close" />
      </button>
    }
    <mat-form-field>
      <mat-label>{{ 'trainings.competencies.level' | transloco }}</mat-label>
      <mat-select [value]="choice().level" [disabled]="locked()" (valueChange)="levelChanged.emit($event)">
        @for (one of levels(); track one.level) {
          <mat-option [value]="one.level"
            >{{ one.level }}
            @if (one.name) {
              · {{ one.name | localText }}
            }
          </mat-option>
        }
      </mat-select>
      @if (description(); as text) {
        <mat-hint>{{ text }}</mat-hint>
      }
    </mat-form-field>
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      align-items: start;
      gap: 0 var(--space-2);
      padding: var(--space-3);
      border: 1px solid var(--line);
      border-radius: var(--radius);
    }
    .title {
      display: grid;
      overflow-wrap: anywhere;
    }
    mat-form-field {
      grid-column: 1 / -1;
      margin-top: var(--space-2);
    }
  `,
})
export class CompetencyLevelChoice {
  readonly choice = input.required<CompetencyChoice>();
  /** Shown, not to be changed. */
  readonly locked = input(false);
  readonly levelChanged = output<number>();
  readonly removed = output();

  private readonly dictionaries = inject(DictionariesClient);
  private readonly competency = loaded((dictionary: string, version: number, code: string) =>
    this.dictionaries.getCompetency(dictionary, version, code),
  );
  private readonly address = computed(
    () => [this.choice().dictionaryCode, this.choice().dictionaryNumber, this.choice().code] as const,
    { equal: (a, b) => a.join() === b.join() },
  );

  /** Without the dictionary the numbers alone can still be chosen. */
  protected readonly levels = computed(
    () =>
      this.competency.value()?.levels ?? [1, 2, 3, 4, 5].map((level) => ({ level, name: undefined, description: '' })),
  );
  protected readonly description = computed(
    () => this.levels().find((one) => one.level === this.choice().level)?.description,
  );

  constructor() {
    effect(() => {
      this.competency.load(...this.address());
    });
  }
}
