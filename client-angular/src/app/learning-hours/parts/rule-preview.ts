import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { FormControl, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButtonModule } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { JpRulePreview } from '@api';
import { FORMAT_PIPES } from '@core/format.pipes';
import { Formats } from '@core/formats';
import { LanguageSwitch } from '@core/language';
import { Problem } from '@core/problem';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiFieldError, UiIcon, UiPager, UiState, pagesOf } from '@ui';
import { RuleChangeStore, fileOf } from '../rule-change.store';
import { entriesWord } from '../rule-words';
import { RuleTerms } from './rule-terms';

/** What another rule would do: to which trainings, to whom, to how many JP; and the way to publish it. */
@Component({
  selector: 'app-rule-preview',
  imports: [
    MatButtonModule,
    MatFormFieldModule,
    MatInputModule,
    ReactiveFormsModule,
    RuleTerms,
    TranslocoPipe,
    UiFieldError,
    UiIcon,
    UiPager,
    UiState,
    ...FORMAT_PIPES,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './rule-preview.html',
  styleUrl: './rule-preview.scss',
})
export class RulePreview {
  readonly preview = input.required<JpRulePreview>();
  readonly loading = input(false);
  readonly sending = input(false);
  readonly problem = input<Problem>();
  /** Another page of the trainings is asked for. */
  readonly turned = output<number>();
  /** With the reason. */
  readonly published = output<string>();
  readonly edited = output();

  protected readonly store = inject(RuleChangeStore);
  private readonly formats = inject(Formats);
  private readonly language = inject(LanguageSwitch);
  protected readonly pagesOf = pagesOf;
  protected readonly withPeople = signal(false);
  protected readonly reason = new FormControl('', {
    nonNullable: true,
    validators: [Validators.required, Validators.maxLength(500)],
  });
  protected readonly file = computed(() => fileOf(this.preview().code, this.preview().after));
  protected readonly entries = computed(() => entriesWord(this.preview().kept, (value) => this.formats.number(value)));
  protected readonly problemText = computed(() => this.problem()?.text(this.language.current()));

  protected showPeople(page = 1): void {
    this.withPeople.set(true);
    this.store.people.load(this.preview().code, this.preview().after, page);
  }

  protected send(): void {
    this.reason.markAsTouched();
    if (this.reason.valid) this.published.emit(this.reason.value.trim());
  }
}
