import { AbstractControl, FormArray, FormControl, FormGroup, ValidationErrors, Validators } from '@angular/forms';
import { InstructorView, SessionFields, SessionMode, SessionView } from '@api';
import { Difference } from '@core/merge';

/** A session as its form holds it. */
export type SessionFacts = ReturnType<typeof factsOf>;

/** The end is checked again whenever the start changes. */
export function sessionForm(version: number, session: SessionView | undefined, date: string, after?: string) {
  const form = new FormGroup({
    /** What was read: a draft of yesterday must not pass over what others saved since. */
    version: new FormControl(version, { nonNullable: true }),
    base: new FormControl<SessionFacts | null>(session ? factsOf(session) : null),
    date: new FormControl<string | null>(session?.date ?? date, Validators.required),
    start: new FormControl(session?.start.slice(0, 5) ?? after?.slice(0, 5) ?? '08:00', {
      nonNullable: true,
      validators: Validators.required,
    }),
    end: new FormControl(session?.end.slice(0, 5) ?? '', {
      nonNullable: true,
      validators: [Validators.required, afterStart],
    }),
    mode: new FormControl<SessionMode>(session?.mode ?? 'klasikal', { nonNullable: true }),
    subject: new FormControl(session?.subject ?? '', {
      nonNullable: true,
      validators: [Validators.required, Validators.maxLength(300)],
    }),
    room: new FormControl(session?.room ?? '', { nonNullable: true, validators: Validators.maxLength(200) }),
    onlineLink: new FormControl(session?.onlineLink ?? '', {
      nonNullable: true,
      validators: Validators.maxLength(500),
    }),
    instructors: new FormArray((session?.instructors ?? []).map(instructorGroup)),
  });
  // Ends with the form itself, which nothing else holds.
  form.controls.start.valueChanges.subscribe(() => {
    form.controls.end.updateValueAndValidity();
  });
  return form;
}

export function instructorGroup(instructor: Partial<InstructorView>) {
  return new FormGroup({
    employeeId: new FormControl<string | null>(instructor.employeeId ?? null),
    name: new FormControl(instructor.name ?? '', {
      nonNullable: true,
      validators: [Validators.required, Validators.maxLength(200)],
    }),
    institution: new FormControl(instructor.institution ?? '', {
      nonNullable: true,
      validators: Validators.maxLength(200),
    }),
  });
}

export function factsOf({ date, start, end, mode, subject, room, onlineLink, instructors }: SessionView) {
  return {
    date,
    start: start.slice(0, 5),
    end: end.slice(0, 5),
    mode,
    subject,
    room: room ?? '',
    onlineLink: onlineLink ?? '',
    instructors: instructors.map(({ employeeId, name, institution }) => ({
      employeeId: employeeId ?? null,
      name,
      institution: institution ?? '',
    })),
  };
}

/** As the API takes it. */
export function fieldsOf(form: ReturnType<typeof sessionForm>): SessionFields {
  const { date, start, end, room, onlineLink, instructors, mode, subject } = form.getRawValue();
  return {
    mode,
    subject,
    date: date ?? '',
    start: `${start}:00`,
    end: `${end}:00`,
    room: room || null,
    onlineLink: onlineLink || null,
    instructors: instructors.map((one) => ({
      employeeId: one.employeeId,
      name: one.name,
      institution: one.institution || null,
    })),
  };
}

/** My changes where the other one changed the same field too. */
export function conflicts(mine: readonly Difference[], base: SessionFacts | null): number {
  const before = base as Record<string, unknown> | null;
  return mine.filter(({ path, theirs }) => JSON.stringify(before?.[path]) !== JSON.stringify(theirs)).length;
}

/** Times of day are compared as they are written. */
function afterStart({ value, parent }: AbstractControl<string>): ValidationErrors | null {
  const start = parent?.get('start')?.value as string | undefined;
  return start && value && value <= start ? { 'trainings.invalid.sessionEndBeforeStart': true } : null;
}
