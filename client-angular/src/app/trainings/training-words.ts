import { DeliveryScheme, DocumentKind, SessionMode, TrainingColour, TrainingMove, TrainingState } from '@api';
import { StateTone } from '@ui';

/** The words of the API in the order in which people meet them; their texts are `trainings.state.*` and so on. */
export const STATES: readonly TrainingState[] = [
  'draft',
  'submitted',
  'returned',
  'approved',
  'open',
  'running',
  'completed',
  'closed',
  'cancelled',
];

export const STATE_TONES: Record<TrainingState, StateTone> = {
  draft: 'draft',
  submitted: 'info',
  returned: 'warn',
  approved: 'info',
  open: 'good',
  running: 'good',
  completed: 'good',
  closed: 'paused',
  cancelled: 'bad',
};

export const MOVE_TONES: Record<TrainingMove, StateTone> = {
  submit: 'info',
  return: 'warn',
  approve: 'good',
  open: 'good',
  start: 'good',
  complete: 'good',
  reopen: 'warn',
  close: 'paused',
  cancel: 'bad',
};

export const SCHEMES: readonly DeliveryScheme[] = ['selfManaged', 'contracted', 'sentOut'];
export const MODES: readonly SessionMode[] = ['klasikal', 'blended', 'hybrid', 'eLearning'];
export const COLOURS: readonly TrainingColour[] = [
  'navy',
  'blue',
  'teal',
  'green',
  'amber',
  'orange',
  'red',
  'purple',
  'grey',
];
export const ZONES = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'] as const;

export const DOCUMENT_KINDS: readonly DocumentKind[] = [
  'tor',
  'memo',
  'offerLetter',
  'assignmentLetter',
  'invitation',
  'participantConfirmation',
  'attendanceList',
  'evaluationReport',
  'contract',
  'externalCertificates',
  'minutes',
  'flyer',
  'curriculum',
  'other',
];

export function option<T extends string>(group: string, values: readonly T[]): { value: T; label: string }[] {
  return values.map((value) => ({ value, label: `trainings.${group}.${value}` }));
}

/** "Ruang Belajar 1, Jakarta": a room alone does not say where to travel. */
export function placeOf(training: { venue?: string | null; city?: string | null }): string {
  return [training.venue, training.city].filter(Boolean).join(', ');
}
