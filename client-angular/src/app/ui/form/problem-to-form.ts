import { AbstractControl, FormGroup } from '@angular/forms';
import { Language } from '@core/language';
import { Problem } from '@core/problem';

/**
 * Puts the API's refusals at the fields they are about; gives back those that fit no field. A refused control carries
 * `errors.server` with the text until its value changes.
 */
export function applyProblem(form: FormGroup, problem: Problem, language: Language): string[] {
  const homeless: string[] = [];
  for (const { field, code, texts } of problem.fields) {
    const text = texts[language] ?? texts.id ?? code ?? '';
    const control = findControl(form, field);
    if (!control) {
      homeless.push(text);
      continue;
    }
    control.setErrors({ ...control.errors, server: text });
    control.markAsTouched();
  }
  return homeless;
}

function findControl(form: FormGroup, path: string): AbstractControl | null {
  const parts = path.replace(/\[(\d+)\]/g, '.$1').split('.');
  return form.get(parts) ?? (parts.length > 1 ? form.get(parts.slice(1)) : null);
}
