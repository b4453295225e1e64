import { Routes } from '@angular/router';
import { needs } from '@core/guards';

export const routes: Routes = [
  {
    path: 'my-year',
    title: 'learning-hours.myYear',
    loadComponent: () => import('./pages/my-year').then((m) => m.MyYear),
  },
  {
    path: 'ledger-checks',
    title: 'learning-hours.checks.title',
    canActivate: [needs('auditRead')],
    loadComponent: () => import('./pages/ledger-checks').then((m) => m.LedgerChecks),
  },
];
