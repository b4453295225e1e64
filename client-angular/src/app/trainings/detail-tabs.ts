import { Type } from '@angular/core';

/** Tabs that load when they are opened; each is a component with one input, `trainingId`. */
export const LAZY_TABS: Record<string, () => Promise<Type<unknown>>> = {
  participants: () => import('./parts/participants-tab').then((m) => m.ParticipantsTab),
  attendance: () => import('./parts/attendance-tab').then((m) => m.AttendanceTab),
  coaching: () => import('./parts/coaching-tab').then((m) => m.CoachingTab),
  completion: () => import('./parts/completion-tab').then((m) => m.CompletionTab),
  certificates: () => import('../certificates/parts/training-certificates').then((m) => m.TrainingCertificates),
};
