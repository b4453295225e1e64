import { AbstractControl } from '@angular/forms';
import { TranslocoService } from '@jsverse/transloco';

/** The first error of a control in words; validators of a page name theirs by a translation key. */
export function errorText(control: AbstractControl, transloco: TranslocoService): string {
  const errors = control.errors;
  if (!errors) return '';
  if (typeof errors['server'] === 'string') return errors['server'];
  const [kind, detail] = Object.entries(errors)[0] ?? ['', undefined];
  const values = typeof detail === 'object' && detail !== null ? (detail as Record<string, unknown>) : {};
  if (kind.includes('.')) return transloco.translate(kind, values);
  return transloco.translate(`ui.invalid.${kind}`, values);
}
