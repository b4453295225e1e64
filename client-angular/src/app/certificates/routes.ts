import { Routes } from '@angular/router';
import { byId } from '@core/guards';

export const routes: Routes = [
  {
    path: 'certificates',
    title: 'certificates.list.title',
    loadComponent: () => import('./pages/certificate-list').then((m) => m.CertificateList),
  },
  {
    path: 'certificates/:id',
    canMatch: [byId],
    loadComponent: () => import('./pages/certificate-detail').then((m) => m.CertificateDetail),
  },
  {
    path: 'certificate-batches/:id',
    canMatch: [byId],
    loadComponent: () => import('./pages/certificate-batch').then((m) => m.CertificateBatchPage),
  },
  {
    path: 'number-patterns/:id',
    canMatch: [byId],
    title: 'certificates.account.title',
    loadComponent: () => import('./pages/number-account').then((m) => m.NumberAccount),
  },
  {
    path: 'certificate-templates',
    title: 'certificates.templates.title',
    loadComponent: () => import('./pages/template-list').then((m) => m.TemplateList),
  },
  {
    path: 'certificate-templates/:id',
    canMatch: [byId],
    loadComponent: () => import('./pages/template-designer').then((m) => m.TemplateDesigner),
  },
  {
    path: 'number-patterns',
    title: 'certificates.numbers.title',
    loadComponent: () => import('./pages/number-patterns').then((m) => m.NumberPatterns),
  },
];
