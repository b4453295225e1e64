import type { ReferenceField, ReferenceItemState, ReferenceItemView, ReferenceKind } from '@api';
import type { StateTone } from '@ui';

export const REFERENCE_KINDS: readonly ReferenceKind[] = [
  'developmentForms',
  'jpTargets',
  'competencyLevels',
  'requiredCompetencyLevels',
  'jobFamilies',
  'workingGroups',
  'documentKinds',
  'requiredDocuments',
  'reasons',
];

export const ITEM_TONES: Readonly<Record<ReferenceItemState, StateTone>> = {
  current: 'good',
  planned: 'info',
  ended: 'paused',
};

export type Values = Readonly<Record<string, unknown>>;

export function valuesOf(item: Pick<ReferenceItemView, 'values'>): Values {
  return (item.values ?? {}) as Values;
}

/** What an item of a kind says besides its names, as short words: `Dasar: per pertemuan · JP: 2`. */
export function summary(
  fields: readonly ReferenceField[],
  values: Values,
  word: (key: string) => string,
): readonly string[] {
  return fields.flatMap((field) => {
    const value = values[field.name];
    if (value === undefined || value === null || value === '' || value === false) return [];
    const label = word(`organization.reference.field.${field.name}`);
    if (value === true) return [label];
    const shown =
      field.type === 'choice' && typeof value === 'string'
        ? word(`organization.reference.choice.${field.name}.${value}`)
        : Array.isArray(value)
          ? value.join(', ')
          : String(value as string | number);
    return [`${label}: ${shown}`];
  });
}
