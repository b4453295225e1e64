import { Injectable, inject } from '@angular/core';
import type { ReferenceField } from '@api';
import { Formats } from '@core/formats';
import { TranslocoService } from '@jsverse/transloco';

const TEXTS = 'organization.reference';
const DATES = ['validFrom', 'validTo'];

/** What two people entered for one reference item, in the words of its form. */
@Injectable({ providedIn: 'root' })
export class ReferenceWords {
  private readonly transloco = inject(TranslocoService);
  private readonly formats = inject(Formats);

  label(path: string): string {
    if (path === 'name.id' || path === 'name.en') return this.text(`${TEXTS}.name${path === 'name.id' ? 'Id' : 'En'}`);
    return this.text(path.startsWith('values.') ? `${TEXTS}.field.${path.slice(7)}` : `${TEXTS}.${path}`);
  }

  value(path: string, value: unknown, fields: readonly ReferenceField[]): string {
    if (value === null || value === undefined || value === '') return '';
    if (typeof value === 'boolean') return this.text(value ? 'organization.yes' : 'organization.no');
    if (Array.isArray(value)) return value.join(', ');
    const text = String(value as string | number);
    if (DATES.includes(path)) return this.formats.date(text);
    const field = fields.find(({ name }) => path === `values.${name}`);
    return field?.type === 'choice' ? this.text(`${TEXTS}.choice.${field.name}.${text}`) : text;
  }

  private text(key: string): string {
    return this.transloco.translate(key);
  }
}
