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
import { toSignal } from '@angular/core/rxjs-interop';
import { FormControl, FormGroup } from '@angular/forms';
import { MatButtonModule } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { ParticipantsClient, UnitQuotasView } from '@api';
import { Draft, Drafts } from '@core/drafts';
import { FORMAT_PIPES } from '@core/format.pipes';
import { act, loaded } from '@core/load';
import { keep, merge } from '@core/merge';
import { TranslocoPipe } from '@jsverse/transloco';
import { Confirm, LookupOption, UiIcon, UiLookup, UiProblem, UiWaiting } from '@ui';
import { firstValueFrom } from 'rxjs';
import { LastChange } from '../../shell/history/last-change';
import { TrainingReference } from '../training-reference';
import { ParticipantsStore } from './participants.store';
import { UnitRoomLabel } from './unit-room';

/** Places by unit. */
type Places = Record<string, number | null | undefined>;

interface QuotaLine {
  readonly unitId: string;
  readonly unitName: string;
  readonly places: number | null;
}

/** Places of a training given to units: officers set them, units see what they have used. */
@Component({
  selector: 'app-unit-quotas',
  imports: [
    ...FORMAT_PIPES,
    MatButtonModule,
    MatFormFieldModule,
    MatInputModule,
    TranslocoPipe,
    UiIcon,
    UiLookup,
    UiProblem,
    UiWaiting,
    UnitRoomLabel,
  ],
  providers: [TrainingReference],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './unit-quotas.html',
  styleUrl: './unit-quotas.scss',
})
export class UnitQuotas {
  readonly trainingId = input.required<string>();

  private readonly api = inject(ParticipantsClient);
  private readonly drafts = inject(Drafts);
  private readonly destroyRef = inject(DestroyRef);
  private readonly confirm = inject(Confirm);
  private readonly lastChange = inject(LastChange);
  private readonly store = inject(ParticipantsStore);
  protected readonly reference = inject(TrainingReference);

  protected readonly quotas = loaded((training: string) => this.api.getUnitQuotas(training));
  protected readonly form = new FormGroup({
    lines: new FormControl<QuotaLine[]>([], { nonNullable: true, validators: wholeNumbers }),
    /** What the lines were read from: a draft of yesterday must not pass over what others saved since. */
    version: new FormControl(0, { nonNullable: true }),
    base: new FormControl<Places | null>(null),
  });
  protected readonly unit = new FormControl<string | null>(null);
  protected readonly draft = signal<Draft | undefined>(undefined);
  private readonly changes = toSignal(this.form.controls.lines.valueChanges);
  protected readonly lines = computed(() => this.changes() ?? this.form.controls.lines.value);
  protected readonly sum = computed(() => this.lines().reduce((sum, line) => sum + (line.places ?? 0), 0));
  protected readonly rooms = computed(() => new Map(this.quotas.value()?.units.map((room) => [room.unitId, room])));

  protected readonly save = act(
    () =>
      this.api.setUnitQuotas(
        this.trainingId(),
        { quotas: this.lines().map(({ unitId, places }) => ({ unitId, places: places ?? 0 })) },
        `"${this.form.controls.version.value}"`,
      ),
    { done: 'participants.quota.saved', problems: 'page' },
  );

  constructor() {
    effect(() => {
      this.quotas.load(this.trainingId());
    });
    effect(() => {
      const shown = this.quotas.value();
      if (shown && untracked(() => !this.form.dirty)) untracked(() => this.show(shown));
    });
  }

  protected add(option: LookupOption | undefined): void {
    if (!option) return;
    this.unit.setValue(null);
    if (this.lines().some((line) => line.unitId === option.value)) return;
    this.set([...this.lines(), { unitId: option.value, unitName: option.text ?? '', places: 1 }]);
  }

  protected setPlaces(line: QuotaLine, event: Event): void {
    const typed = (event.target as HTMLInputElement).value;
    const places = typed === '' ? null : Number(typed);
    this.set(this.lines().map((one) => (one.unitId === line.unitId ? { ...one, places } : one)));
  }

  protected remove(line: QuotaLine): void {
    this.set(this.lines().filter((one) => one.unitId !== line.unitId));
  }

  protected async send(): Promise<void> {
    if (this.form.invalid) return;
    if (await this.save.run()) {
      this.draft()?.clear();
      this.form.markAsPristine();
      this.quotas.reload();
      this.store.summary.reload();
    } else if (this.save.problem()?.status === 412) {
      await this.compare();
    }
  }

  /** Somebody else saved first: both beside each other, and mine stays until one is chosen. */
  private async compare(): Promise<void> {
    const theirs = await firstValueFrom(this.api.getUnitQuotas(this.trainingId()));
    const names = new Map(
      [...theirs.units, ...this.lines()].map(({ unitId, unitName }) => [unitId, unitName] as const),
    );
    const merged = merge(
      this.form.controls.base.value ?? placesOf(theirs.units),
      placesOf(this.lines()),
      placesOf(theirs.units),
    );
    const name = (unit: string) => names.get(unit) ?? '';
    const kept =
      merged.mine.length > 0
        ? await this.confirm.resolve({
            fields: merged.mine.map(({ path, mine, theirs: saved }) => ({
              key: path,
              label: name(path),
              mine: String((mine as number | undefined) ?? ''),
              theirs: String((saved as number | undefined) ?? ''),
            })),
            standing: merged.theirs.map(name),
            ...(await this.lastChange.of('Training', this.trainingId())),
          })
        : new Set<string>();
    if (!kept) return;
    this.save.clear();
    this.quotas.set(theirs);
    this.show(theirs);
    if (kept.size === 0) {
      this.draft()?.clear();
      return;
    }
    this.set(
      Object.entries(keep(merged, kept))
        .filter(([, places]) => places !== undefined)
        .map(([unitId, places]) => ({ unitId, unitName: name(unitId), places: places ?? null })),
    );
    await this.send();
  }

  private show(view: UnitQuotasView): void {
    this.form.reset({
      lines: view.units.map(({ unitId, unitName, places }) => ({ unitId, unitName, places })),
      version: view.version,
      base: placesOf(view.units),
    });
    if (view.canManage && !this.draft())
      this.draft.set(this.drafts.keep(`unit-quotas-${this.trainingId()}`, this.form, this.destroyRef));
  }

  private set(lines: QuotaLine[]): void {
    this.form.controls.lines.markAsDirty();
    this.form.controls.lines.setValue(lines);
  }
}

function wholeNumbers({ value }: { value: QuotaLine[] }) {
  return value.every(({ places }) => places !== null && Number.isInteger(places) && places >= 0)
    ? null
    : { 'participants.quota.invalid': true };
}

function placesOf(lines: readonly { unitId: string; places: number | null }[]): Places {
  return Object.fromEntries(lines.map(({ unitId, places }) => [unitId, places]));
}
