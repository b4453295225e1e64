import { Routes } from '@angular/router';

export const routes: Routes = [
  {
    path: 'participation/:token',
    title: 'participants.answer.title',
    loadComponent: () => import('./pages/participation-answer').then((m) => m.ParticipationAnswerPage),
  },
];
