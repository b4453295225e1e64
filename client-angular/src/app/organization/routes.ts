import { Routes } from '@angular/router';
import { needs } from '@core/guards';

const referenceItem = () => import('./pages/reference-item').then((m) => m.ReferenceItem);

export const routes: Routes = [
  {
    path: 'institution',
    canActivate: [needs('institutionManage')],
    loadComponent: () => import('./pages/institution').then((m) => m.Institution),
  },
  {
    path: 'reference-data',
    pathMatch: 'full',
    redirectTo: 'reference-data/developmentForms',
  },
  {
    path: 'reference-data/:kind',
    loadComponent: () => import('./pages/reference-data').then((m) => m.ReferenceData),
  },
  { path: 'reference-data/:kind/new', canActivate: [needs('referenceDataManage')], loadComponent: referenceItem },
  { path: 'reference-data/:kind/:id', loadComponent: referenceItem },
];
