import { Routes } from '@angular/router';

// The short address stands in the QR code, where every letter makes the squares smaller.
export const routes: Routes = [
  {
    path: 'j/:token',
    title: 'learning-hours.check.title',
    loadComponent: () => import('./pages/statement-check').then((m) => m.StatementCheck),
  },
];
