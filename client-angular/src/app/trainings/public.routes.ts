import { Routes } from '@angular/router';

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
    path: 'check-in',
    title: 'participants.personal.title',
    loadComponent: () => import('./pages/personal-page').then((m) => m.PersonalPage),
  },
];
