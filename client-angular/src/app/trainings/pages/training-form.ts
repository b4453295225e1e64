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
import { MatCheckboxModule } from '@angular/material/checkbox';
import { MatDatepickerModule } from '@angular/material/datepicker';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { MatSelectModule } from '@angular/material/select';
import { Router } from '@angular/router';
import { TrainingView, TrainingsClient } from '@api';
import { Draft, Drafts } from '@core/drafts';
import { zoneName } from '@core/formats';
import { FORMAT_PIPES } from '@core/format.pipes';
import { act, loaded } from '@core/load';
import { Notices } from '@core/notices';
import { keep, merge } from '@core/merge';
import { TranslocoPipe } from '@jsverse/transloco';
import { Confirm, UiFieldError, UiFormPage, UiFormSection, UiLookup, UiPageHeader, UiProblem, UiWaiting } from '@ui';
import { firstValueFrom } from 'rxjs';
import { LastChange } from '../../shell/history/last-change';
import { ConflictWords } from '../conflict-words';
import { fill, planOf, toFields, trainingForm } from '../training.form';
import { CountryNames } from '../country-names';
import { TrainingReference } from '../training-reference';
import { CompetencyPicker } from '../parts/competency-picker';
import { COLOURS, SCHEMES, ZONES } from '../training-words';

const LABELS = 'trainings.field';

/** New trainings and edits. What was approved is shown but not editable any more. */
@Component({
  selector: 'app-training-form',
  imports: [
    ...FORMAT_PIPES,
    CompetencyPicker,
    MatCheckboxModule,
    MatDatepickerModule,
    MatFormFieldModule,
    MatInputModule,
    MatSelectModule,
    ReactiveFormsModule,
    TranslocoPipe,
    UiFieldError,
    UiFormPage,
    UiFormSection,
    UiLookup,
    UiPageHeader,
    UiProblem,
    UiWaiting,
  ],
  providers: [ConflictWords, TrainingReference],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './training-form.html',
  styleUrl: './training-form.scss',
})
export class TrainingForm {
  /** Absent for a new one. */
  readonly id = input<string>();

  private readonly api = inject(TrainingsClient);
  private readonly drafts = inject(Drafts);
  private readonly destroyRef = inject(DestroyRef);
  private readonly router = inject(Router);
  private readonly confirm = inject(Confirm);
  private readonly notices = inject(Notices);
  private readonly words = inject(ConflictWords);
  private readonly lastChange = inject(LastChange);
  protected readonly reference = inject(TrainingReference);
  protected readonly countries = inject(CountryNames);

  protected readonly form = trainingForm();
  protected readonly draft = signal<Draft | undefined>(undefined);
  protected readonly training = loaded((id: string) => this.api.getTraining(id));
  protected readonly ready = computed(() => !this.id() || this.training.value() !== undefined);
  protected readonly schemes = SCHEMES;
  protected readonly colours = COLOURS;
  protected readonly zones = ZONES.map((value) => ({ value, text: zoneName(value) }));

  protected readonly save = act(
    () => {
      const id = this.id();
      const plan = toFields(this.form);
      return id
        ? this.api.updateTraining(id, plan, `"${this.form.controls.version.value}"`)
        : this.api.createTraining({ unitId: this.form.getRawValue().unitId, plan });
    },
    {
      problems: 'page',
      then: ({ reservesOffered }) => {
        const quota = this.form.getRawValue().quota;
        if (reservesOffered > 0) this.notices.say('trainings.form.savedOffered', { quota, count: reservesOffered });
        else this.notices.say('trainings.form.saved');
      },
    },
  );

  constructor() {
    effect(() => {
      const id = this.id();
      if (id) this.training.load(id);
      else untracked(() => this.draft.set(this.drafts.keep('training-new', this.form, this.destroyRef)));
    });
    effect(() => {
      const training = this.training.value();
      if (training) untracked(() => this.show(training));
    });
    // The form of development says the cluster; the planner may say otherwise.
    this.form.controls.form.valueChanges.subscribe((code) => {
      const item = this.reference.formItems.value()?.items.find((one) => one.code === code);
      const cluster = (item?.values as { cluster?: 'klasikal' | 'nonklasikal' } | undefined)?.cluster;
      if (cluster && this.form.controls.cluster.pristine) this.form.controls.cluster.setValue(cluster);
    });
    this.form.controls.start.valueChanges.subscribe((start) => {
      if (!start) return;
      if (this.form.controls.year.pristine) this.form.controls.year.setValue(Number(start.slice(0, 4)));
      if (!this.form.controls.end.value) this.form.controls.end.setValue(start);
    });
  }

  protected async send(): Promise<void> {
    const saved = await this.save.run();
    if (saved) {
      this.draft()?.clear();
      void this.router.navigate(['/trainings', saved.id]);
      return;
    }
    if (this.save.problem()?.status === 412) await this.compare();
  }

  protected zoneWord(zone: string): string {
    return zone ? zoneName(zone) : '';
  }

  protected back(): void {
    const id = this.id();
    void this.router.navigate(id ? ['/trainings', id] : ['/trainings']);
  }

  /** Somebody else saved first: what I changed stands or gives way field by field, what only they changed stays. */
  private async compare(): Promise<void> {
    const theirs = await firstValueFrom(this.api.getTraining(this.id() ?? ''));
    const now = trainingForm();
    fill(now, theirs);
    const saved = planOf(now);
    const merged = merge(this.form.controls.base.value ?? saved, planOf(this.form), saved);
    const fields = this.words.differences(merged.mine, LABELS);
    // Nothing of the plan differs: a session or the state moved on meanwhile.
    const kept =
      fields.length > 0
        ? await this.confirm.resolve({
            fields,
            standing: this.words.standing(merged.theirs, LABELS),
            ...(await this.lastChange.of('Training', theirs.id)),
          })
        : new Set<string>();
    if (!kept) return;
    this.save.clear();
    this.show(theirs);
    if (fields.length > 0 && kept.size === 0) {
      this.draft()?.clear();
      return;
    }
    this.form.patchValue(keep(merged, kept));
    this.form.markAsDirty();
    await this.send();
  }

  private show(training: TrainingView): void {
    fill(this.form, training);
    const locked = training.state !== 'draft' && training.state !== 'returned';
    const { title, year, form, cluster, scheme, budgetCeiling, unitId, programmeJp, competencies } = this.form.controls;
    unitId.disable();
    for (const control of [title, year, form, cluster, scheme, budgetCeiling, programmeJp, competencies]) {
      if (locked) control.disable();
      else control.enable();
    }
    if (!this.draft()) this.draft.set(this.drafts.keep(`training-${training.id}`, this.form, this.destroyRef));
  }
}
