import { inject } from '@angular/core';
import { CanActivateFn, Router, Routes } from '@angular/router';
import { keptDesks } from '@core/kept-desks';
import { Session } from '@core/session';

/** Only while the server cannot be reached; otherwise the desk is in its training. */
const deskKept: CanActivateFn = (route) => {
  const to = (address: string) => inject(Router).parseUrl(address);
  if (!inject(Session).problem()) return to(route.queryParamMap.get('back') ?? '/');
  return keptDesks().length > 0 || to('/unreachable');
};

export const routes: Routes = [
  {
    path: 'participation/:token',
    title: 'participants.answer.title',
    loadComponent: () => import('./pages/participation-answer').then((m) => m.ParticipationAnswerPage),
  },
  {
    path: 'register',
    title: 'participants.register.title',
    loadComponent: () => import('./pages/public-trainings').then((m) => m.PublicTrainings),
  },
  {
    path: 'register/confirm/:token',
    title: 'participants.register.confirmTitle',
    loadComponent: () => import('./pages/registration-confirm').then((m) => m.RegistrationConfirm),
  },
  {
    path: 'register/mine/:token',
    title: 'participants.personal.title',
    loadComponent: () => import('./pages/personal-page').then((m) => m.PersonalPage),
  },
  {
    path: 'register/:id',
    title: 'participants.register.title',
    loadComponent: () => import('./pages/public-registration').then((m) => m.PublicRegistration),
  },
  {
    path: 'class-desk',
    title: 'participants.classDesk.title',
    canActivate: [deskKept],
    loadComponent: () => import('./pages/class-desk').then((m) => m.ClassDesk),
  },
  {
    path: 'check-in',
    title: 'participants.personal.title',
    loadComponent: () => import('./pages/personal-page').then((m) => m.PersonalPage),
  },
];
