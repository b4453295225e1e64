import { Routes } from '@angular/router';

export const routes: Routes = [
  {
    path: 'sign-in',
    title: 'identity.signIn.title',
    loadComponent: () => import('./pages/sign-in').then((m) => m.SignIn),
  },
  {
    path: 'invitation',
    title: 'identity.invitation.title',
    data: { kind: 'invitation' },
    loadComponent: () => import('./pages/set-password').then((m) => m.SetPassword),
  },
  {
    path: 'reset-password',
    title: 'identity.reset.title',
    data: { kind: 'reset' },
    loadComponent: () => import('./pages/set-password').then((m) => m.SetPassword),
  },
  {
    path: 'forgotten-password',
    title: 'identity.forgotten.title',
    loadComponent: () => import('./pages/forgotten-password').then((m) => m.ForgottenPassword),
  },
  {
    path: 'unreachable',
    title: 'identity.unreachable.title',
    loadComponent: () => import('./pages/unreachable').then((m) => m.Unreachable),
  },
];
