import { FormControl } from '@angular/forms';
import { TranslocoService } from '@jsverse/transloco';
import { describe, expect, it } from 'vitest';
import { errorText } from './error-text';

const transloco = {
  getActiveLang: () => 'id',
  translate: (key: string, values: object) => `${key} ${JSON.stringify(values)}`,
} as unknown as TranslocoService;

describe('What is wrong with a field', () => {
  it('names the bound of a date as people write dates', () => {
    const control = new FormControl('2026-11-28', () => ({ matDatepickerMax: { max: '2026-11-24' } }));
    expect(errorText(control, transloco)).toBe('ui.invalid.matDatepickerMax {"max":"24 November 2026"}');
  });

  it('leaves numbers as they are', () => {
    const control = new FormControl(0, () => ({ min: { min: 1, actual: 0 } }));
    expect(errorText(control, transloco)).toBe('ui.invalid.min {"min":1,"actual":0}');
  });
});
