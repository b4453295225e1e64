import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  computed,
  effect,
  inject,
  input,
  signal,
  untracked,
} from '@angular/core';
import { ReactiveFormsModule } from '@angular/forms';
import { MatButtonModule } from '@angular/material/button';
import { MatCheckboxModule } from '@angular/material/checkbox';
import { MatDatepickerModule } from '@angular/material/datepicker';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { MatSelectModule } from '@angular/material/select';
import { Router, RouterLink } from '@angular/router';
import { ReferenceInput, ReferenceItemView, ReferenceKind } from '@api';
import { Draft, Drafts } from '@core/drafts';
import { LocalTextPipe } from '@core/local-text.pipe';
import { keep, merge } from '@core/merge';
import { LanguageSwitch } from '@core/language';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import {
  Confirm,
  Trail,
  UiDetailPage,
  UiFieldError,
  UiFormPage,
  UiFormSection,
  UiPageHeader,
  UiProblem,
  UiState,
  UiWaiting,
} from '@ui';
import { ReferenceHistory } from '../parts/reference-history';
import { ReferenceValues } from '../parts/reference-values';
import { REFERENCE_KINDS } from '../reference';
import { asInput, fill, inputOf, referenceForm, shape } from '../reference.form';
import { ReferenceWords } from '../reference-words';
import { ReferenceItemStore } from './reference-item.store';

/** One reference item: add it, correct it, let it end; its history beside. */
@Component({
  selector: 'app-reference-item',
  imports: [
    ReactiveFormsModule,
    MatButtonModule,
    MatCheckboxModule,
    MatDatepickerModule,
    MatFormFieldModule,
    MatInputModule,
    MatSelectModule,
    RouterLink,
    TranslocoPipe,
    LocalTextPipe,
    ReferenceHistory,
    ReferenceValues,
    UiDetailPage,
    UiFieldError,
    UiFormPage,
    UiFormSection,
    UiPageHeader,
    UiProblem,
    UiState,
    UiWaiting,
  ],
  providers: [ReferenceItemStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './reference-item.html',
})
export class ReferenceItem {
  readonly kind = input.required<ReferenceKind>();
  readonly id = input<string>();
  /** Code of the item that the new one follows, from the address. */
  readonly after = input<string>();

  protected readonly store = inject(ReferenceItemStore);
  private readonly router = inject(Router);
  private readonly confirm = inject(Confirm);
  private readonly language = inject(LanguageSwitch);
  private readonly transloco = inject(TranslocoService);
  private readonly words = inject(ReferenceWords);
  private readonly drafts = inject(Drafts);
  private readonly destroyRef = inject(DestroyRef);
  protected readonly draft = signal<Draft | undefined>(undefined);
  protected readonly form = referenceForm();
  protected readonly known = computed(() => REFERENCE_KINDS.includes(this.kind()));
  protected readonly sending = computed(() => this.store.add.running() || this.store.update.running());
  protected readonly problem = computed(() => this.store.add.problem() ?? this.store.update.problem());
  protected readonly canUpdate = computed(() => this.store.table.value()?.canUpdate ?? false);

  constructor() {
    const trail = inject(Trail);
    effect(() => {
      const kind = this.kind();
      const id = this.id();
      this.store.table.load(kind);
      if (id) this.store.detail.load(id);
      if (kind === 'requiredDocuments') this.store.documents.load();
      trail.setMiddle([
        {
          text: this.transloco.translate(`organization.reference.kind.${kind}`),
          link: `/reference-data/${kind}`,
        },
      ]);
    });
    effect(() => {
      const table = this.store.table.value();
      if (!table) return;
      const item = this.id() ? this.store.detail.value()?.item : table.items.find((row) => row.code === this.after());
      untracked(() => this.draw(item));
    });
  }

  protected async send(): Promise<void> {
    const id = this.id();
    const item = this.store.detail.value()?.item;
    const { code, endPrevious } = this.form.getRawValue();
    if (id && item) {
      await this.correct(item, inputOf(this.form));
    } else if (await this.store.add.run({ kind: this.kind(), code, item: inputOf(this.form), endPrevious })) {
      this.back();
    }
  }

  /** Sent or given up: nothing of it comes back. */
  protected back(): void {
    this.draft()?.clear();
    void this.router.navigate(['/reference-data', this.kind()]);
  }

  protected async retire(item: ReferenceItemView): Promise<void> {
    const today = this.store.table.value()?.today ?? item.validFrom;
    const answer = await this.confirm.ask({
      title: this.transloco.translate('organization.reference.retire'),
      text: this.transloco.translate('organization.reference.retireText', {
        name: item.name[this.language.current()] || item.name.id,
        code: item.code,
      }),
      action: this.transloco.translate('organization.reference.retire'),
      reason: 'required',
      destructive: true,
    });
    if (!answer) return;
    const done = await this.store.retire.run(item.id, item.revision, today, answer.reason);
    if (done) this.back();
  }

  private async correct(base: ReferenceItemView, input: ReferenceInput): Promise<void> {
    if (await this.store.update.run(base.id, base.revision, input)) this.back();
    else if (this.store.update.problem()?.status === 412) await this.compare(base, input);
  }

  /** Somebody else corrected it first: what both touched beside each other; what only they touched stands. */
  private async compare(base: ReferenceItemView, input: ReferenceInput): Promise<void> {
    const now = await this.store.latest(base.id);
    if (!now) return;
    const merged = merge(asInput(base), { ...input, reason: null }, asInput(now.item));
    const fields = this.store.table.value()?.fields ?? [];
    const [last] = now.history;
    const kept =
      merged.mine.length > 0
        ? await this.confirm.resolve({
            fields: merged.mine.map(({ path, mine, theirs }) => ({
              key: path,
              label: this.words.label(path),
              mine: this.words.value(path, mine, fields),
              theirs: this.words.value(path, theirs, fields),
            })),
            standing: merged.theirs.map((path) => this.words.label(path)),
            who: last?.changedByName,
            at: last?.changedAt,
          })
        : new Set<string>();
    if (!kept) return;
    if (kept.size === 0) {
      this.store.update.clear();
      this.store.detail.set(now);
    } else {
      await this.correct(now.item, { ...keep(merged, kept), reason: input.reason });
    }
  }

  private startDraft(): Draft {
    const key = `reference-${this.kind()}-${this.id() ?? `new-${this.after() ?? ''}`}`;
    const version = () => this.store.detail.value()?.item.revision;
    return this.drafts.keep(key, this.form, this.destroyRef, undefined, version);
  }

  private draw(item: ReferenceItemView | undefined): void {
    const table = this.store.table.value();
    if (!table) return;
    shape(this.form, table.fields, (item?.values ?? {}) as Record<string, unknown>);
    if (item) fill(this.form, item);
    if (this.id()) this.form.controls.code.disable();
    else if (item) this.form.patchValue({ validFrom: '', validTo: null, citation: '', confirmed: false });
    if (!this.canUpdate()) this.form.disable();
    else if (!this.draft() && (item || !this.id())) this.draft.set(this.startDraft());
  }
}
