import { Routes } from '@angular/router';

const page = () => import('./pages/verification').then((m) => m.Verification);

// The short address stands in the QR code, where every letter makes the squares smaller.
export const routes: Routes = [
  { path: 'verify', title: 'certificates.verify.title', loadComponent: page },
  { path: 'verify/:token', title: 'certificates.verify.title', loadComponent: page },
  { path: 'v/:token', title: 'certificates.verify.title', loadComponent: page },
  {
    path: 'certificate-file',
    title: 'certificates.mailed.title',
    loadComponent: () => import('./pages/mailed-certificate').then((m) => m.MailedCertificate),
  },
];
