import { AbstractControl, FormControl, FormGroup, ValidationErrors, Validators } from '@angular/forms';
import { Cluster, DeliveryScheme, TrainingColour, TrainingFields, TrainingTarget, TrainingView } from '@api';

const short = (maximum = 200) => ({ nonNullable: true as const, validators: Validators.maxLength(maximum) });

/** A chosen competency carries its words, so that a draft is shown without asking. */
export type CompetencyChoice = Pick<
  TrainingTarget,
  'competencyId' | 'level' | 'code' | 'title' | 'dictionaryCode' | 'dictionaryNumber'
>;

/** The form of a training; field names are the API's, so that refusals find their field. */
export function trainingForm() {
  const year = new Date().getFullYear();
  return new FormGroup(
    {
      title: new FormControl('', { nonNullable: true, validators: [Validators.required, Validators.maxLength(300)] }),
      year: new FormControl(year, {
        nonNullable: true,
        validators: [Validators.required, Validators.min(2000), Validators.max(2100)],
      }),
      /** What the form was filled from: a draft of yesterday must not pass over what others saved since. */
      version: new FormControl(0, { nonNullable: true }),
      /** The same, to tell what I changed from what others changed. */
      base: new FormControl<PlanValues | null>(null),
      unitId: new FormControl<string | null>(null),
      form: new FormControl('', { nonNullable: true, validators: Validators.required }),
      cluster: new FormControl<Cluster | null>(null),
      scheme: new FormControl<DeliveryScheme>('selfManaged', { nonNullable: true }),
      workingGroup: new FormControl('', short(60)),
      batch: new FormControl('', short(60)),
      organiser: new FormControl('', short()),
      partner: new FormControl('', short()),
      start: new FormControl<string | null>(null, Validators.required),
      end: new FormControl<string | null>(null, Validators.required),
      timeZone: new FormControl('', short(60)),
      quota: new FormControl<number | null>(30, [Validators.required, Validators.min(1), Validators.max(100_000)]),
      reservePlaces: new FormControl<number | null>(0, [Validators.min(0), Validators.max(100_000)]),
      targetAudience: new FormControl('', short(4000)),
      targetJobFamilies: new FormControl<string[]>([], { nonNullable: true }),
      competencies: new FormControl<CompetencyChoice[]>([], { nonNullable: true }),
      programmeJp: new FormControl<number | null>(null, [Validators.min(1), Validators.max(2000)]),
      programmeJpReason: new FormControl('', short(4000)),
      country: new FormControl<string | null>(null),
      city: new FormControl('', short()),
      venue: new FormControl('', short()),
      onlineLink: new FormControl('', short(500)),
      colour: new FormControl<TrainingColour>('navy', { nonNullable: true }),
      budgetSource: new FormControl('', short()),
      budgetCeiling: new FormControl<number | null>(null, Validators.min(0)),
      notes: new FormControl('', short(4000)),
      allowsSelfApplication: new FormControl(false, { nonNullable: true }),
      applicationsUntil: new FormControl<string | null>(null),
      allowsPublicRegistration: new FormControl(false, { nonNullable: true }),
    },
    { validators: [datesInOrder, reasonForJp] },
  );
}

export type TrainingFormGroup = ReturnType<typeof trainingForm>;

export function fill(form: TrainingFormGroup, training: TrainingView): void {
  const known = Object.fromEntries(
    Object.entries(training.plan).filter(
      ([key, value]) => key in form.controls && value !== null && value !== undefined,
    ),
  );
  form.reset({ ...known, unitId: training.unitId, competencies: training.targets, version: training.version });
  form.controls.base.reset(planOf(form));
}

/** What can be compared: the plan alone, as the form holds it. */
export type PlanValues = Readonly<Record<string, unknown>>;

export function planOf(form: TrainingFormGroup): PlanValues {
  const { version: _version, base: _base, unitId: _unit, ...plan } = form.getRawValue() as Record<string, unknown>;
  return plan;
}

/** Empty texts are nothing. */
export function toFields(form: TrainingFormGroup): TrainingFields {
  const value = form.getRawValue();
  const clean = Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !['unitId', 'version', 'base'].includes(key))
      .map(([key, one]) => [key, one === '' ? null : one]),
  );
  return {
    ...(clean as unknown as TrainingFields),
    reservePlaces: value.reservePlaces ?? 0,
    competencies: value.competencies.map(({ competencyId, level }) => ({ competencyId, level })),
  };
}

function datesInOrder(group: AbstractControl): ValidationErrors | null {
  const start = group.get('start');
  const end = group.get('end');
  return own(end, 'trainings.invalid.endBeforeStart', !!start?.value && !!end?.value && end.value < start.value);
}

function reasonForJp(group: AbstractControl): ValidationErrors | null {
  const reason = group.get('programmeJpReason');
  return own(reason, 'trainings.invalid.jpReason', !!group.get('programmeJp')?.value && !reason?.value);
}

/** Puts the error at its field, where people look for it, and takes it away again. */
function own(control: AbstractControl | null, key: string, wrong: boolean): null {
  if (!control) return null;
  if (wrong && !control.hasError(key)) control.setErrors({ ...control.errors, [key]: true });
  if (!wrong && control.hasError(key)) {
    const others = Object.fromEntries(Object.entries(control.errors ?? {}).filter(([one]) => one !== key));
    control.setErrors(Object.keys(others).length > 0 ? others : null);
  }
  return null;
}
