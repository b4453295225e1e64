import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  ElementRef,
  computed,
  effect,
  inject,
  input,
  signal,
  untracked,
} from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ReactiveFormsModule } from '@angular/forms';
import { MatButtonModule } from '@angular/material/button';
import { MatCheckboxModule } from '@angular/material/checkbox';
import { MatDatepickerModule } from '@angular/material/datepicker';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { MatSelectModule } from '@angular/material/select';
import { Router } from '@angular/router';
import { JpRulePreview } from '@api';
import { Draft, Drafts } from '@core/drafts';
import { LanguageSwitch } from '@core/language';
import { LocalTextPipe } from '@core/local-text.pipe';
import { TranslocoPipe } from '@jsverse/transloco';
import { Trail, UiFieldError, UiFormPage, UiFormSection, UiPageHeader, UiProblem, UiWaiting } from '@ui';
import { RulePreview } from '../parts/rule-preview';
import { RuleChangeStore } from '../rule-change.store';
import { draftOf, fill, ruleForm } from '../rule.form';
import { AMOUNTS_OF, BASES } from '../rule-words';

/** Another rule for a form: entered (and kept on this device), looked at, published. */
@Component({
  selector: 'app-jp-rule-change',
  imports: [
    LocalTextPipe,
    MatButtonModule,
    MatCheckboxModule,
    MatDatepickerModule,
    MatFormFieldModule,
    MatInputModule,
    MatSelectModule,
    ReactiveFormsModule,
    RulePreview,
    TranslocoPipe,
    UiFieldError,
    UiFormPage,
    UiFormSection,
    UiPageHeader,
    UiProblem,
    UiWaiting,
  ],
  providers: [RuleChangeStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './jp-rule-change.html',
})
export class JpRuleChange {
  readonly code = input.required<string>();

  protected readonly store = inject(RuleChangeStore);
  private readonly drafts = inject(Drafts);
  private readonly destroyRef = inject(DestroyRef);
  private readonly router = inject(Router);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly form = ruleForm();
  protected readonly draft = signal<Draft | undefined>(undefined);
  protected readonly preview = signal<JpRulePreview | undefined>(undefined);
  protected readonly bases = BASES;
  private readonly basis = toSignal(this.form.controls.values.controls.basis.valueChanges, {
    initialValue: this.form.controls.values.controls.basis.value,
  });
  protected readonly amounts = computed(() => AMOUNTS_OF[this.basis()]);

  constructor() {
    const trail = inject(Trail);
    const language = inject(LanguageSwitch);
    effect(() => {
      this.store.rule.load(this.code());
    });
    effect(() => {
      const rule = this.store.rule.value();
      if (!rule) return;
      trail.setMiddle([{ text: rule.name[language.current()] || rule.name.id, link: `/jp-rules/${rule.code}` }]);
      untracked(() => {
        if (this.draft()) return;
        fill(this.form, rule.current);
        this.draft.set(this.drafts.keep(`jp-rule-${rule.code}`, this.form, this.destroyRef));
      });
    });
  }

  protected async look(page = 1): Promise<void> {
    const seen = await this.store.preview.run(this.code(), draftOf(this.form), page);
    if (!seen) return;
    const turned = this.preview() !== undefined;
    this.preview.set(seen);
    if (!turned) this.toTop();
  }

  protected async publish(reason: string): Promise<void> {
    const seen = this.preview();
    if (!seen) return;
    if (await this.store.publish.run(seen, reason)) {
      this.draft()?.clear();
      this.back();
      return;
    }
    // What was shown is not true any more: why is said above what is true now.
    const status = this.store.publish.problem()?.status;
    if (status === 409 || status === 412 || status === 422) await this.look();
  }

  protected edit(): void {
    this.preview.set(undefined);
    this.store.publish.clear();
    this.toTop();
  }

  protected back(): void {
    void this.router.navigate(['/jp-rules', this.code()]);
  }

  /** The page became another one: reading begins at its top, also for who hears it. */
  private toTop(): void {
    setTimeout(() => this.host.querySelector<HTMLElement>('[data-start]')?.focus());
  }
}
