import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  computed,
  contentChildren,
  effect,
  inject,
  input,
  output,
  signal,
  untracked,
} from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import { FormGroup } from '@angular/forms';
import { MatButtonModule } from '@angular/material/button';
import { Draft } from '@core/drafts';
import { FORMAT_PIPES } from '@core/format.pipes';
import { LanguageSwitch } from '@core/language';
import { Problem } from '@core/problem';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { merge, startWith, switchMap } from 'rxjs';
import { UiIcon } from '../icon';
import { errorText } from './error-text';
import { UiFormSection } from './form-section';
import { applyProblem } from './problem-to-form';

/** From so many sections on a form has a table of contents. */
const LONG = 5;

interface ListedError {
  readonly field: HTMLElement;
  readonly label: string;
  readonly text: string;
}

/**
 * A form: one column, errors listed on top with links to their fields, the draft's state at the foot, one filled button.
 * The page gives the form, the problem of its last act and, when it keeps one, the draft.
 */
@Component({
  selector: 'ui-form-page',
  imports: [MatButtonModule, TranslocoPipe, UiIcon, ...FORMAT_PIPES],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './form-page.html',
  styleUrl: './form-page.scss',
  host: { '[class.long]': 'contents().length > 0' },
})
export class UiFormPage {
  // The page's own [formGroup] on this element serves its fields; the same binding tells the kit which form it is.
  // eslint-disable-next-line @angular-eslint/no-input-rename
  readonly form = input.required<FormGroup>({ alias: 'formGroup' });
  /** The verb on the button. */
  readonly submitLabel = input.required<string>();
  readonly sending = input(false);
  readonly problem = input<Problem>();
  readonly draft = input<Draft>();
  /** The form is valid and the person pressed the button. */
  readonly submitted = output();
  readonly cancelled = output();
  readonly cancellable = input(true);

  private readonly sections = contentChildren(UiFormSection, { descendants: true });
  /** Long forms say what is in them; short ones are seen at once. */
  protected readonly contents = computed(() => (this.sections().length >= LONG ? this.sections() : []));
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly transloco = inject(TranslocoService);
  private readonly language = inject(LanguageSwitch);
  protected readonly listed = signal<readonly ListedError[]>([]);
  protected readonly homeless = signal<readonly string[]>([]);
  protected readonly shown = computed(() => this.listed().length > 0 || this.problem() !== undefined);
  protected readonly problemText = computed(() => this.problem()?.text(this.language.current()));
  private readonly changes = toSignal(
    toObservable(this.form).pipe(
      switchMap((form) => merge(form.statusChanges, form.valueChanges).pipe(startWith(null))),
    ),
  );

  constructor() {
    effect(() => {
      const problem = this.problem();
      if (!problem) return;
      untracked(() => {
        this.homeless.set(applyProblem(this.form(), problem, this.language.current()));
        this.list();
        this.focusSummary();
      });
    });
    // Once listed, the errors keep up with the corrections.
    effect(() => {
      this.changes();
      if (untracked(this.listed).length > 0)
        setTimeout(() => {
          this.list();
        });
    });
  }

  protected submit(event: Event): void {
    event.preventDefault();
    const form = this.form();
    form.markAllAsTouched();
    if (form.pending) return;
    if (form.invalid) {
      // Fields draw their errors first; then they are read from the page.
      setTimeout(() => {
        this.list();
        this.focusSummary();
      });
      return;
    }
    this.listed.set([]);
    this.homeless.set([]);
    this.submitted.emit();
  }

  protected goTo(error: ListedError, event: Event): void {
    event.preventDefault();
    error.field.focus();
    error.field.scrollIntoView({ block: 'center' });
  }

  private focusSummary(): void {
    setTimeout(() => this.host.querySelector<HTMLElement>('.summary')?.focus());
  }

  private list(): void {
    const fields = [
      ...this.host.querySelectorAll<HTMLElement>('[formControlName].ng-invalid, [data-control].ng-invalid'),
    ];
    this.listed.set(
      fields.map((field) => {
        const control = this.controlOf(field);
        return { field, label: labelOf(field), text: control ? errorText(control, this.transloco) : '' };
      }),
    );
  }

  private controlOf(field: HTMLElement) {
    const path = [field.getAttribute('formControlName') ?? field.dataset['control'] ?? ''];
    for (let at = field.parentElement; at && at !== this.host; at = at.parentElement) {
      const group = at.getAttribute('formGroupName') ?? at.getAttribute('formArrayName');
      if (group) path.unshift(group);
    }
    return this.form().get(path.length > 1 ? path : (path[0] ?? ''));
  }
}

function labelOf(field: HTMLElement): string {
  const own = field.getAttribute('aria-label');
  if (own) return own;
  const label = field.id ? document.querySelector(`label[for="${CSS.escape(field.id)}"]`) : null;
  const near = label ?? field.closest('mat-form-field')?.querySelector('mat-label') ?? field.closest('label');
  return near?.textContent.trim().replace(/\s*\*$/, '') ?? '';
}
