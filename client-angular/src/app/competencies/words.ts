import type { CompetencyKind, DictionaryState } from '@api';
import type { StateTone } from '@ui';

export const KINDS: readonly CompetencyKind[] = ['generic', 'specific', 'managerial', 'sociocultural'];

export const DICTIONARY_STATES: readonly DictionaryState[] = [
  'draft',
  'enacted',
  'published',
  'superseded',
  'withdrawn',
];

export const STATE_TONES: Readonly<Record<DictionaryState, StateTone>> = {
  draft: 'draft',
  inVerification: 'info',
  validated: 'info',
  submittedToMinister: 'info',
  approved: 'info',
  enacted: 'info',
  published: 'good',
  superseded: 'paused',
  withdrawn: 'bad',
};
