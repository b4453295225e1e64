import { CoachingKind } from '@api';

/** Learning that the superior monitors; the others are accompanied by a coach or mentor. */
export const SUPERVISED_KINDS: CoachingKind[] = ['selfLearning', 'community'];

export function isSupervised(kind: CoachingKind | undefined): boolean {
  return kind !== undefined && SUPERVISED_KINDS.includes(kind);
}
