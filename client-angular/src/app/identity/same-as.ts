import { AbstractControl, ValidationErrors, ValidatorFn } from '@angular/forms';

/** The same text as another field of the form: a password typed twice. */
export function sameAs(other: string): ValidatorFn {
  return (control: AbstractControl<string>): ValidationErrors | null => {
    const value = control.parent?.get(other)?.value as string | undefined;
    return value === undefined || control.value === value ? null : { mismatch: true };
  };
}
