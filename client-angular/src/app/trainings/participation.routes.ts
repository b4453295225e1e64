import { Routes } from '@angular/router';
import { needs } from '@core/guards';

/** Participation from the person's and the unit's side. */
export const participationRoutes: Routes = [
  {
    path: 'catalogue',
    title: 'participants.catalogue.title',
    loadComponent: () => import('./pages/catalogue').then((m) => m.Catalogue),
  },
  {
    path: 'catalogue/mine',
    title: 'participants.mine.title',
    loadComponent: () => import('./pages/my-participations').then((m) => m.MyParticipations),
  },
  {
    path: 'catalogue/coaching',
    title: 'participants.coaching.mine',
    loadComponent: () => import('./pages/my-coaching').then((m) => m.MyCoaching),
  },
  {
    path: 'check-in',
    title: 'participants.checkIn.title',
    loadComponent: () => import('./pages/check-in').then((m) => m.CheckIn),
  },
  {
    path: 'nominations',
    title: 'participants.desk.title',
    canActivate: [needs('participantsNominate', 'participantsDecide', 'teamRead')],
    loadComponent: () => import('./pages/nominations').then((m) => m.Nominations),
  },
];
