import { FormControl, FormGroup, FormRecord, ValidatorFn, Validators } from '@angular/forms';
import type { ReferenceField, ReferenceInput, ReferenceItemView } from '@api';
import { Values, valuesOf } from './reference';

export type ValueControl = FormControl<string | number | boolean | readonly number[] | null>;

export function referenceForm() {
  const required = [Validators.required, Validators.maxLength(200)];
  return new FormGroup({
    code: new FormControl('', {
      nonNullable: true,
      validators: [
        Validators.required,
        Validators.maxLength(80),
        Validators.pattern('[A-Za-z0-9]+([._-][A-Za-z0-9]+)*'),
      ],
    }),
    name: new FormGroup({
      id: new FormControl('', { nonNullable: true, validators: required }),
      en: new FormControl('', { nonNullable: true, validators: required }),
    }),
    values: new FormRecord<ValueControl>({}),
    validFrom: new FormControl('', { nonNullable: true, validators: Validators.required }),
    validTo: new FormControl<string | null>(null),
    citation: new FormControl('', { nonNullable: true, validators: Validators.maxLength(300) }),
    confirmed: new FormControl(false, { nonNullable: true }),
    position: new FormControl(100, {
      nonNullable: true,
      validators: [Validators.required, Validators.min(0), Validators.max(100000)],
    }),
    reason: new FormControl('', { nonNullable: true, validators: Validators.maxLength(500) }),
    endPrevious: new FormControl(true, { nonNullable: true }),
  });
}

export type ReferenceForm = ReturnType<typeof referenceForm>;

/** The fields of the kind become controls. */
export function shape(form: ReferenceForm, fields: readonly ReferenceField[], values: Values): void {
  for (const name of Object.keys(form.controls.values.controls)) form.controls.values.removeControl(name);
  for (const field of fields) {
    const kept = values[field.name] as string | number | boolean | number[] | undefined;
    const start = kept ?? (field.type === 'flag' ? false : field.type === 'wholeNumbers' ? [] : null);
    form.controls.values.addControl(field.name, new FormControl(start, { validators: validators(field) }));
  }
}

export function fill(form: ReferenceForm, item: ReferenceItemView): void {
  form.patchValue({
    code: item.code,
    name: item.name,
    validFrom: item.validFrom,
    validTo: item.validTo ?? null,
    citation: item.citation ?? '',
    confirmed: item.confirmed,
    position: item.position,
    reason: '',
  });
  form.controls.values.patchValue(valuesOf(item) as Record<string, string | number | boolean>);
  form.markAsPristine();
}

/** The item as it stands, in the shape in which the form sends it. */
export function asInput({
  name,
  values,
  validFrom,
  validTo,
  citation,
  confirmed,
  position,
}: ReferenceItemView): ReferenceInput {
  return { name, values: values as unknown, validFrom, validTo, citation, confirmed, position, reason: null };
}

export function inputOf(form: ReferenceForm): ReferenceInput {
  const { name, values, validFrom, validTo, citation, confirmed, position, reason } = form.getRawValue();
  const given = Object.entries(values).filter(([, value]) => value !== null && value !== '');
  return {
    name,
    values: Object.fromEntries(given),
    validFrom,
    validTo: validTo || null,
    citation: citation.trim() || null,
    confirmed,
    position,
    reason: reason.trim() || null,
  };
}

function validators(field: ReferenceField): ValidatorFn[] {
  const all = field.required ? [Validators.required] : [];
  if (field.type === 'wholeNumber') all.push(Validators.min(field.minimum), Validators.max(field.maximum));
  if (field.type === 'text') all.push(Validators.maxLength(field.length));
  return all;
}
