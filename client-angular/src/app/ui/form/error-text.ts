import { AbstractControl } from '@angular/forms';
import { formatDate } from '@core/formats';
import { Language } from '@core/language';
import { TranslocoService } from '@jsverse/transloco';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The first error of a control in words; validators of a page name theirs by a translation key. */
export function errorText(control: AbstractControl, transloco: TranslocoService): string {
  const errors = control.errors;
  if (!errors) return '';
  if (typeof errors['server'] === 'string') return errors['server'];
  const [kind, detail] = Object.entries(errors)[0] ?? ['', undefined];
  const values = Object.fromEntries(
    Object.entries(typeof detail === 'object' && detail !== null ? detail : {}).map(([name, value]) => [
      name,
      typeof value === 'string' && DAY.test(value)
        ? formatDate(value, transloco.getActiveLang() as Language, 'UTC')
        : (value as unknown),
    ]),
  );
  if (kind.includes('.')) return transloco.translate(kind, values);
  return transloco.translate(`ui.invalid.${kind}`, values);
}
