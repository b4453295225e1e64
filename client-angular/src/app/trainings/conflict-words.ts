import { Injectable, inject } from '@angular/core';
import { Formats, zoneName } from '@core/formats';
import { Difference } from '@core/merge';
import { TranslocoService } from '@jsverse/transloco';
import { ConflictField } from '@ui';
import { TrainingReference } from './training-reference';

type Values = Readonly<Record<string, unknown>>;

/** Two versions of one record beside each other, in the words of its form. */
@Injectable()
export class ConflictWords {
  private readonly transloco = inject(TranslocoService);
  private readonly formats = inject(Formats);
  private readonly reference = inject(TrainingReference);

  /** What differs, field by field; what says the same in words is no difference for people. */
  differences(found: readonly Difference[], labels: string): readonly ConflictField[] {
    return found
      .map(({ path, mine, theirs }) => ({
        key: path,
        label: this.text(`${labels}.${path}`),
        mine: this.words(path, mine),
        theirs: this.words(path, theirs),
      }))
      .filter((field) => field.mine !== field.theirs);
  }

  /** Names of the fields that only the other one changed. */
  standing(paths: readonly string[], labels: string): readonly string[] {
    return paths.map((path) => this.text(`${labels}.${path}`));
  }

  private words(key: string, value: unknown): string {
    if (value === null || value === undefined || value === '') return '';
    if (Array.isArray(value)) return value.map((one: unknown) => this.words(key, one)).join(', ');
    if (typeof value === 'boolean') return this.text(value ? 'trainings.yes' : 'trainings.no');
    if (typeof value === 'object') return objectWords(value as Values);
    const text = String(value as string | number);
    switch (key) {
      case 'start':
      case 'end':
        return text.includes(':') ? this.formats.time(text, false) : this.formats.date(text);
      case 'applicationsUntil':
      case 'date':
        return this.formats.date(text);
      case 'cluster':
      case 'scheme':
      case 'colour':
      case 'mode':
        return this.text(`trainings.${key}.${text}`);
      case 'form':
        return nameOf(this.reference.forms(), text);
      case 'workingGroup':
        return nameOf(this.reference.groups(), text);
      case 'targetJobFamilies':
        return nameOf(this.reference.families(), text);
      case 'timeZone':
        return zoneName(text);
      case 'budgetCeiling':
      case 'budgetRealisation':
        return this.formats.money(Number(text));
      default:
        return text;
    }
  }

  private text(key: string): string {
    return this.transloco.translate(key);
  }
}

/** A chosen competency or an instructor, as people name them. */
function objectWords(value: Values): string {
  const { title, level, name, institution } = value as Record<string, string | number | null | undefined>;
  if (title) return `${title} (${level ?? ''})`;
  return [name, institution].filter(Boolean).join(', ');
}

function nameOf(options: readonly { value: string; text?: string }[], value: string): string {
  return options.find((one) => one.value === value)?.text ?? value;
}
