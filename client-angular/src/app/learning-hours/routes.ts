import { Routes } from '@angular/router';

export const routes: Routes = [
  {
    path: 'my-year',
    title: 'learning-hours.myYear',
    loadComponent: () => import('./pages/my-year').then((m) => m.MyYear),
  },
];
