import { Injectable, inject } from '@angular/core';
import { Formats, zoneName } from '@core/formats';
import { TranslocoService } from '@jsverse/transloco';
import { ConflictAsk } from '@ui';
import { TrainingReference } from './training-reference';

type Values = Readonly<Record<string, unknown>>;

/** Two versions of one record beside each other, in the words of its form. */
@Injectable()
export class ConflictWords {
  private readonly transloco = inject(TranslocoService);
  private readonly formats = inject(Formats);
  private readonly reference = inject(TrainingReference);

  /** Only what differs; nothing differs when the other change was elsewhere in the training. */
  differences(mine: Values, theirs: Values, labels: string): ConflictAsk['fields'] {
    return Object.keys(mine)
      .filter((key) => key in theirs)
      .map((key) => ({
        label: this.text(`${labels}.${key}`),
        mine: this.words(key, mine[key]),
        theirs: this.words(key, theirs[key]),
      }))
      .filter((field) => field.mine !== field.theirs);
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
