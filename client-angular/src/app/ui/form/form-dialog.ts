import {
  ChangeDetectionStrategy,
  ChangeDetectorRef,
  Component,
  afterRenderEffect,
  computed,
  inject,
  input,
  output,
  signal,
  untracked,
} from '@angular/core';
import { FormGroup } from '@angular/forms';
import { MatButtonModule } from '@angular/material/button';
import { MatDialogModule } from '@angular/material/dialog';
import { Draft } from '@core/drafts';
import { FORMAT_PIPES } from '@core/format.pipes';
import { LanguageSwitch } from '@core/language';
import { Problem } from '@core/problem';
import { TranslocoPipe } from '@jsverse/transloco';
import { stayOpen } from '../dialogs/stay-open';
import { applyProblem } from './problem-to-form';

/**
 * A form in a dialog: title, what was refused without belonging to a field, the fields, the draft's state when it keeps
 * one, and one filled button.
 */
@Component({
  selector: 'ui-form-dialog',
  imports: [MatButtonModule, MatDialogModule, TranslocoPipe, ...FORMAT_PIPES],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <form novalidate (submit)="submit($event)">
      <!-- Bound, because the title shows a line break before its words. -->
      <h2 mat-dialog-title [textContent]="title()"></h2>
      <mat-dialog-content class="stack">
        <div role="alert">
          @for (text of refused(); track text) {
            <p>{{ text }}</p>
          }
        </div>
        <ng-content />
      </mat-dialog-content>
      <mat-dialog-actions align="end">
        @if (draft(); as draft) {
          <span class="small muted grow" aria-live="polite">
            @if (draft.restored()) {
              {{ 'ui.form.restored' | transloco }}
            } @else if (draft.savedAt(); as at) {
              {{ 'ui.form.saved' | transloco: { time: (at.toISOString() | time: false) } }}
            }
          </span>
        }
        <button matButton type="button" mat-dialog-close>{{ 'ui.cancel' | transloco }}</button>
        <button matButton="filled" type="submit" [disabled]="sending()">{{ action() }}</button>
      </mat-dialog-actions>
    </form>
  `,
  styles: `
    [role='alert'] {
      display: contents;
      color: var(--state-bad);
    }
  `,
})
export class UiFormDialog {
  // The dialog's own [formGroup] on this element serves its fields; the same binding tells the kit which form it is.
  // eslint-disable-next-line @angular-eslint/no-input-rename
  readonly form = input.required<FormGroup>({ alias: 'formGroup' });
  readonly title = input.required<string>();
  /** The verb on the button. */
  readonly action = input.required<string>();
  readonly sending = input(false);
  /** Why the last sending was refused. */
  readonly problem = input<Problem>();
  readonly draft = input<Draft>();
  /** The form is valid and the person pressed the button. */
  readonly submitted = output();

  private readonly language = inject(LanguageSwitch);
  private readonly homeless = signal<readonly string[]>([]);
  /** A refusal that names fields says the rest itself. */
  protected readonly refused = computed(() => {
    const problem = this.problem();
    if (!problem) return [];
    const { title, detail } = problem.text(this.language.current());
    return problem.fields.length > 0 ? this.homeless() : [detail ?? title];
  });

  constructor() {
    stayOpen();
    const changes = inject(ChangeDetectorRef);
    // Only when all is drawn: the fields lie in the dialog around this one, which is then drawn once more.
    afterRenderEffect(() => {
      const problem = this.problem();
      const form = this.form();
      if (!problem) return;
      this.homeless.set(applyProblem(form, problem, untracked(this.language.current)));
      changes.markForCheck();
    });
  }

  protected submit(event: Event): void {
    event.preventDefault();
    this.form().markAllAsTouched();
    if (this.form().valid) this.submitted.emit();
  }
}
