import type { JpBasis, JpRuleTerms } from '@api';

export const BASES: readonly JpBasis[] = ['byMinutes', 'byProgramme', 'perActivity', 'perMeeting'];

export type Amount = Exclude<keyof JpRuleTerms, 'basis'>;

export const AMOUNTS: readonly Amount[] = [
  'jp',
  'meetingsPerMonth',
  'capPerDay',
  'internationalJp',
  'internationalPercent',
];

/** What each basis counts with; the rest would have no effect and is refused. */
export const AMOUNTS_OF: Readonly<Record<JpBasis, readonly Amount[]>> = {
  byMinutes: ['capPerDay', 'internationalPercent'],
  byProgramme: ['internationalPercent'],
  perActivity: ['jp', 'internationalJp', 'internationalPercent'],
  perMeeting: ['jp', 'meetingsPerMonth', 'internationalJp', 'internationalPercent'],
};

/** More entries are not counted one by one. */
const COUNTED = 10_000;

export function entriesWord(use: { readonly entries: number }, count: (value: number) => string): string {
  return use.entries >= COUNTED ? `${count(COUNTED)}+` : count(use.entries);
}
