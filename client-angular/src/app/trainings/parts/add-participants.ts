import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  computed,
  effect,
  inject,
  input,
  output,
  signal,
  untracked,
} from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButtonModule } from '@angular/material/button';
import { MatButtonToggleModule } from '@angular/material/button-toggle';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { ImportedParticipantsAnswer, ProblemItem, RefusedPersonAnswer } from '@api';
import { Draft, Drafts } from '@core/drafts';
import { FORMAT_PIPES } from '@core/format.pipes';
import { LocalTextPipe } from '@core/local-text.pipe';
import { TranslocoPipe } from '@jsverse/transloco';
import { LookupOption, UiFieldError, UiFileDrop, UiIcon, UiLookup, UiProblem } from '@ui';
import { ParticipantsStore } from './participants.store';
import { RecommendedPeople } from './recommended-people';

type Way = 'search' | 'recommend' | 'upload' | 'external';

/** The ways onto the list: by search, from a spreadsheet with a preview, and people from outside. */
@Component({
  selector: 'app-add-participants',
  imports: [
    ...FORMAT_PIPES,
    LocalTextPipe,
    MatButtonModule,
    MatButtonToggleModule,
    MatFormFieldModule,
    MatInputModule,
    ReactiveFormsModule,
    RecommendedPeople,
    TranslocoPipe,
    UiFieldError,
    UiFileDrop,
    UiIcon,
    UiLookup,
    UiProblem,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './add-participants.html',
  styleUrl: './add-participants.scss',
})
export class AddParticipants {
  readonly trainingId = input.required<string>();
  readonly externals = input(false);
  readonly closed = output();

  protected readonly store = inject(ParticipantsStore);
  protected readonly way = signal<Way>('search');
  protected readonly ways = computed<Way[]>(() =>
    this.externals() ? ['search', 'recommend', 'upload', 'external'] : ['search', 'recommend', 'upload'],
  );
  protected readonly person = new FormControl<string | null>(null);
  protected readonly chosen = signal<readonly LookupOption[]>([]);
  protected readonly refused = signal<readonly RefusedPersonAnswer[]>([]);
  protected readonly file = signal<File | undefined>(undefined);
  protected readonly rows = signal<ImportedParticipantsAnswer | undefined>(undefined);
  /** What must be mended is not looked for among three hundred good rows. */
  protected readonly listed = computed(() =>
    [...(this.rows()?.rows ?? [])].sort(
      (one, other) => Number(one.errors.length === 0) - Number(other.errors.length === 0),
    ),
  );
  protected readonly imported = signal(false);
  protected readonly find = (text: string) => this.store.findEmployee(text);

  protected readonly external = new FormGroup({
    name: new FormControl('', { nonNullable: true, validators: [Validators.required, Validators.maxLength(300)] }),
    email: new FormControl('', { nonNullable: true, validators: [Validators.required, Validators.email] }),
    institution: new FormControl('', { nonNullable: true, validators: [Validators.maxLength(300)] }),
    identityNumber: new FormControl('', { nonNullable: true, validators: [Validators.maxLength(30)] }),
  });

  private draft: Draft | undefined;

  constructor() {
    const [drafts, destroyRef] = [inject(Drafts), inject(DestroyRef)];
    effect(() => {
      const training = this.trainingId();
      untracked(() => (this.draft = drafts.keep(`external-${training}`, this.external, destroyRef)));
    });
  }

  protected detailOf(problem: ProblemItem | undefined): { id: string; en: string } | undefined {
    return problem && { id: problem.id.detail, en: problem.en.detail };
  }

  protected choose(option: LookupOption | undefined): void {
    if (option && !this.chosen().some((one) => one.value === option.value)) {
      this.chosen.update((all) => [...all, option]);
    }
    if (option) this.person.setValue(null);
  }

  protected drop(option: LookupOption): void {
    this.chosen.update((all) => all.filter((one) => one.value !== option.value));
  }

  protected async nominate(): Promise<void> {
    const outcome = await this.store.nominate.run(
      this.trainingId(),
      this.chosen().map((one) => one.value),
      undefined,
    );
    if (!outcome) return;
    this.refused.set(outcome.refused);
    this.chosen.set([]);
    if (outcome.refused.length === 0) this.closed.emit();
  }

  protected async read(files: readonly File[]): Promise<void> {
    const file = files[0];
    if (!file) return;
    this.file.set(file);
    this.imported.set(false);
    this.rows.set(await this.store.preview.run(this.trainingId(), file));
  }

  protected async takeOver(): Promise<void> {
    const file = this.file();
    if (!file) return;
    const outcome = await this.store.import.run(this.trainingId(), file);
    if (!outcome) return;
    this.imported.set(true);
    this.rows.set(outcome);
  }

  protected async addExternal(): Promise<void> {
    this.external.markAllAsTouched();
    if (this.external.invalid) return;
    const made = await this.store.addExternal.run(this.trainingId(), this.external.getRawValue());
    if (!made) return;
    this.external.reset();
    this.draft?.clear();
  }
}
