import { Pipe, PipeTransform, inject } from '@angular/core';
import { Formats } from '@core/formats';
import { TranslocoService } from '@jsverse/transloco';

const WORDS: Record<string, string> = {
  sex: 'organization.sex.',
  employmentType: 'organization.type.',
  numberKind: 'organization.numberKind.',
};

/** A value that an import changes, as everywhere else on the page: a day as a day, a choice by its word. */
@Pipe({ name: 'importedValue', pure: false })
export class ImportedValuePipe implements PipeTransform {
  private readonly formats = inject(Formats);
  private readonly texts = inject(TranslocoService);

  transform(value: string | null | undefined, field: string): string {
    if (!value) return '–';
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return this.formats.date(value);
    if (field === 'number' || field === 'supervisor') return this.formats.identityNumber(value);
    const key = (WORDS[field] ?? '') + value.toLowerCase();
    const word = WORDS[field] ? this.texts.translate(key) : value;
    // The institution may know kinds of number that the product has no word for.
    return word === key ? value : word;
  }
}
