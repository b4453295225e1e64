import { ChangeDetectionStrategy, Component, effect, inject, untracked } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ReactiveFormsModule } from '@angular/forms';
import { MatButtonModule } from '@angular/material/button';
import { MatCheckboxModule } from '@angular/material/checkbox';
import { MatDatepickerModule } from '@angular/material/datepicker';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { MatSelectModule } from '@angular/material/select';
import { FORMAT_PIPES } from '@core/format.pipes';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { Confirm, UiFieldError, UiFileDrop, UiFormPage, UiFormSection, UiIcon, UiProblem, UiWaiting } from '@ui';
import {
  DEADLINES,
  IDENTITY_CHECKS,
  NAMED_ROLES,
  fill,
  identityKindForm,
  institutionForm,
  settingsOf,
} from '../institution.form';
import { numberPreview } from '../number-preview';
import { InstitutionStore } from '../pages/institution.store';

/** All settings in one form; what is saved is a new version from a day on. */
@Component({
  selector: 'app-institution-editor',
  imports: [
    ReactiveFormsModule,
    MatButtonModule,
    MatCheckboxModule,
    MatDatepickerModule,
    MatFormFieldModule,
    MatInputModule,
    MatSelectModule,
    TranslocoPipe,
    UiFieldError,
    UiFileDrop,
    UiFormPage,
    UiFormSection,
    UiIcon,
    UiProblem,
    UiWaiting,
    ...FORMAT_PIPES,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './institution-editor.html',
  styleUrl: './institution-editor.scss',
})
export class InstitutionEditor {
  protected readonly store = inject(InstitutionStore);
  private readonly confirm = inject(Confirm);
  private readonly transloco = inject(TranslocoService);
  protected readonly form = institutionForm();
  protected readonly roles = NAMED_ROLES;
  protected readonly deadlines = DEADLINES;
  protected readonly checks = IDENTITY_CHECKS;
  private readonly typed = toSignal(this.form.valueChanges);

  constructor() {
    this.store.institution.load();
    effect(() => {
      const settings = this.store.institution.value()?.settings;
      if (settings) untracked(() => fill(this.form, settings));
    });
  }

  protected preview(pattern: string): string {
    this.typed();
    return numberPreview(pattern, this.form.controls.terms.controls.centreShort.value, new Date());
  }

  protected addKind(): void {
    this.form.controls.identityKinds.push(identityKindForm());
  }

  protected removeKind(index: number): void {
    this.form.controls.identityKinds.removeAt(index);
  }

  protected reset(): void {
    const settings = this.store.institution.value()?.settings;
    if (settings) fill(this.form, settings);
    this.store.update.clear();
  }

  protected async save(): Promise<void> {
    const view = this.store.institution.value();
    if (!view?.settings) return;
    const { effectiveFrom, reason } = this.form.getRawValue();
    await this.store.update.run(view.version, {
      settings: settingsOf(this.form, view.settings),
      effectiveFrom: effectiveFrom || null,
      reason: reason.trim() || null,
    });
  }

  protected async cancelPlan(number: number, name: string): Promise<void> {
    const answer = await this.confirm.ask({
      title: this.transloco.translate('organization.institution.cancelPlan'),
      text: this.transloco.translate('organization.institution.cancelPlanText', { number, name }),
      action: this.transloco.translate('organization.institution.cancelPlan'),
      destructive: true,
    });
    if (answer) await this.store.cancel.run(number);
  }
}
