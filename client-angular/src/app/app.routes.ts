import { Routes } from '@angular/router';
import { owns, signedIn } from '@core/guards';
import { keptLink } from '@core/personal-link';
import { textsOf } from '@core/translations';

// Each context owns first words of the address and fills its own routes.ts; pages for visitors without an account are
// in its public.routes.ts. A word belongs to one context only.
export const routes: Routes = [
  {
    path: '',
    loadComponent: () => import('./shell/public/public-layout').then((m) => m.PublicLayout),
    canMatch: [publicAddress],
    children: [
      {
        matcher: owns('sign-in', 'invitation', 'forgotten-password', 'reset-password', 'unreachable'),
        resolve: { texts: textsOf('identity') },
        loadChildren: () => import('./identity/public.routes').then((m) => m.routes),
      },
      {
        matcher: owns('verify', 'v', 'certificate-file'),
        resolve: { texts: textsOf('certificates', 'learning-hours') },
        loadChildren: () => import('./certificates/public.routes').then((m) => m.routes),
      },
      {
        matcher: owns('j'),
        resolve: { texts: textsOf('learning-hours', 'certificates') },
        loadChildren: () => import('./learning-hours/public.routes').then((m) => m.routes),
      },
      {
        matcher: owns('participation', 'register', 'check-in', 'class-desk'),
        resolve: { texts: textsOf('trainings', 'participants') },
        loadChildren: () => import('./trainings/public.routes').then((m) => m.routes),
      },
    ],
  },
  {
    path: '',
    loadComponent: () => import('./shell/layout/layout').then((m) => m.Layout),
    canActivate: [signedIn],
    children: [
      {
        path: '',
        pathMatch: 'full',
        loadComponent: () => import('./shell/home/home').then((m) => m.Home),
        resolve: { texts: textsOf('trainings', 'learning-hours') },
      },
      {
        matcher: owns('employees', 'units', 'imports', 'institution', 'reference-data'),
        resolve: { texts: textsOf('organization') },
        loadChildren: () => import('./organization/routes').then((m) => m.routes),
      },
      {
        matcher: owns('dictionaries', 'competencies'),
        resolve: { texts: textsOf('competencies') },
        loadChildren: () => import('./competencies/routes').then((m) => m.routes),
      },
      {
        matcher: owns('trainings', 'calendar', 'catalogue', 'monitoring', 'check-in', 'nominations'),
        resolve: { texts: textsOf('trainings', 'participants', 'certificates') },
        loadChildren: () => import('./trainings/routes').then((m) => m.routes),
      },
      {
        matcher: owns('my-year', 'learning-hours', 'ledger-checks', 'jp-rules', 'jp-years'),
        resolve: { texts: textsOf('learning-hours') },
        loadChildren: () => import('./learning-hours/routes').then((m) => m.routes),
      },
      {
        matcher: owns('certificates', 'certificate-batches', 'certificate-templates', 'number-patterns'),
        resolve: { texts: textsOf('certificates') },
        loadChildren: () => import('./certificates/routes').then((m) => m.routes),
      },
      {
        matcher: owns(
          'users',
          'roles',
          'api-clients',
          'delegations',
          'audit',
          'jobs',
          'notifications',
          'mail',
          'profile',
          'settings',
        ),
        resolve: { texts: textsOf('identity') },
        loadChildren: () => import('./identity/routes').then((m) => m.routes),
      },
      {
        path: 'no-access',
        loadComponent: () => import('./shell/states/no-access').then((m) => m.NoAccess),
      },
      {
        path: '**',
        loadComponent: () => import('./shell/states/not-found').then((m) => m.NotFound),
      },
    ],
  },
];

const PUBLIC_WORDS = new Set([
  'sign-in',
  'invitation',
  'forgotten-password',
  'reset-password',
  'unreachable',
  'verify',
  'v',
  'certificate-file',
  'j',
  'participation',
  'register',
  'class-desk',
]);

function publicAddress(_: unknown, segments: { path: string }[]): boolean {
  const word = segments[0]?.path ?? '';
  // The QR code in class, opened on the device of somebody who has a personal link and no account.
  return PUBLIC_WORDS.has(word) || (word === 'check-in' && !!keptLink());
}
