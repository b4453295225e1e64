import { CoachingKind } from '@api';

/** Learning that the superior monitors; the others are accompanied by a coach or mentor. */
export const SUPERVISED_KINDS: CoachingKind[] = ['selfLearning', 'community'];

/** Where the words of what was held are: a coach meets, a superior reviews. */
export function wordsOfHeld(kind: CoachingKind | undefined): string {
  return `participants.coaching.${isSupervised(kind) ? 'look' : 'meeting'}.`;
}

export function isSupervised(kind: CoachingKind | undefined): boolean {
  return kind !== undefined && SUPERVISED_KINDS.includes(kind);
}
