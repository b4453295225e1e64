import { ChangeDetectionStrategy, Component, DestroyRef, effect, inject, signal, untracked } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ReactiveFormsModule } from '@angular/forms';
import { MatButtonModule } from '@angular/material/button';
import { MatCheckboxModule } from '@angular/material/checkbox';
import { MatDatepickerModule } from '@angular/material/datepicker';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { MatSelectModule } from '@angular/material/select';
import { InstitutionUpdate, InstitutionView, PlannedChange as Planned } from '@api';
import { Draft, Drafts } from '@core/drafts';
import { keep, merge } from '@core/merge';
import { Formats } from '@core/formats';
import { Session } from '@core/session';
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
import { InstitutionWords } from '../institution-words';
import { PlannedChange } from './planned-change';

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
    PlannedChange,
    TranslocoPipe,
    UiFieldError,
    UiFileDrop,
    UiFormPage,
    UiFormSection,
    UiIcon,
    UiProblem,
    UiWaiting,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './institution-editor.html',
  styleUrl: './institution-editor.scss',
})
export class InstitutionEditor {
  protected readonly store = inject(InstitutionStore);
  private readonly confirm = inject(Confirm);
  private readonly formats = inject(Formats);
  private readonly session = inject(Session);
  private readonly transloco = inject(TranslocoService);
  private readonly words = inject(InstitutionWords);
  private readonly drafts = inject(Drafts);
  private readonly destroyRef = inject(DestroyRef);
  protected readonly draft = signal<Draft | undefined>(undefined);
  protected readonly form = institutionForm();
  protected readonly roles = NAMED_ROLES;
  protected readonly deadlines = DEADLINES;
  protected readonly checks = IDENTITY_CHECKS;
  private readonly typed = toSignal(this.form.valueChanges);

  constructor() {
    this.store.institution.load();
    effect(() => {
      const settings = this.store.institution.value()?.settings;
      if (settings) {
        untracked(() => {
          fill(this.form, settings);
          if (!this.draft()) this.draft.set(this.startDraft());
        });
      }
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
    this.draft()?.clear();
    if (settings) fill(this.form, settings);
    this.store.update.clear();
  }

  protected async save(): Promise<void> {
    const view = this.store.institution.value();
    if (!view?.settings) return;
    const { effectiveFrom, reason } = this.form.getRawValue();
    await this.send(view, {
      settings: settingsOf(this.form, view.settings),
      effectiveFrom: effectiveFrom || null,
      reason: reason.trim() || null,
    });
  }

  protected async cancelPlan(planned: Planned): Promise<void> {
    const text = (key: string) =>
      this.transloco.translate(`organization.institution.${key}`, {
        day: this.formats.date(planned.effectiveFrom),
        name: planned.changedByName,
      });
    const answer = await this.confirm.ask({
      title: text('cancelPlan'),
      text: text('cancelPlanText'),
      action: text('cancelPlan'),
      destructive: true,
    });
    if (answer) await this.store.cancel.run(planned.number, this.store.institution.value()?.version ?? 0);
  }

  private startDraft(): Draft {
    const kinds = this.form.controls.identityKinds;
    return this.drafts.keep(
      'institution',
      this.form,
      this.destroyRef,
      ({ identityKinds }) => {
        const rows = Array.isArray(identityKinds) ? identityKinds.length : kinds.length;
        while (kinds.length < rows) kinds.push(identityKindForm(), { emitEvent: false });
        while (kinds.length > rows) kinds.removeAt(-1, { emitEvent: false });
      },
      () => this.store.institution.value()?.version,
    );
  }

  private async send(base: InstitutionView, change: InstitutionUpdate): Promise<void> {
    const saved = await this.store.update.run(base.version, change);
    if (saved) this.draft()?.clear();
    if (!saved && this.store.update.problem()?.status === 412) await this.compare(base, change);
  }

  /** Somebody else saved first: what both touched beside each other; what only they touched stands. */
  private async compare(base: InstitutionView, change: InstitutionUpdate): Promise<void> {
    const now = await this.store.latest();
    if (!base.settings || !now?.settings) return;
    const merged = merge(base.settings, change.settings, now.settings);
    const kept =
      merged.mine.length > 0
        ? await this.confirm.resolve({
            fields: merged.mine.map(({ path, mine, theirs }) => ({
              key: path,
              label: this.words.label(path),
              mine: this.words.value(path, mine),
              theirs: this.words.value(path, theirs),
            })),
            standing: merged.theirs.map((path) => this.words.label(path)),
            who: now.lastChange?.byName,
            at: now.lastChange?.at,
            own: now.lastChange?.byId === this.session.user()?.id,
          })
        : new Set<string>();
    if (!kept) return;
    if (kept.size === 0) {
      this.store.update.clear();
      this.store.institution.set(now);
    } else {
      await this.send(now, { ...change, settings: keep(merged, kept) });
    }
  }
}
