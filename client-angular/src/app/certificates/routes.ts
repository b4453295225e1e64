import { Routes } from '@angular/router';

export const routes: Routes = [
  {
    path: 'certificates',
    title: 'certificates.list.title',
    loadComponent: () => import('./pages/certificate-list').then((m) => m.CertificateList),
  },
  {
    path: 'certificates/:id',
    loadComponent: () => import('./pages/certificate-detail').then((m) => m.CertificateDetail),
  },
  {
    path: 'certificate-batches/:id',
    loadComponent: () => import('./pages/certificate-batch').then((m) => m.CertificateBatchPage),
  },
  {
    path: 'number-patterns',
    title: 'certificates.numbers.title',
    loadComponent: () => import('./pages/number-patterns').then((m) => m.NumberPatterns),
  },
];
