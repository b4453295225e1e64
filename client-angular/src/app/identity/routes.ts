import { Routes } from '@angular/router';
import { needs } from '@core/guards';

export const routes: Routes = [
  {
    path: 'profile',
    title: 'identity.profile.title',
    loadComponent: () => import('./pages/profile').then((m) => m.Profile),
  },
  {
    path: 'settings',
    title: 'shell.settings.title',
    loadComponent: () => import('./pages/settings').then((m) => m.Settings),
  },
  {
    path: 'notifications',
    title: 'identity.notifications.title',
    loadComponent: () => import('./pages/notifications').then((m) => m.Notifications),
  },
  {
    path: 'users',
    title: 'identity.users.title',
    canActivate: [needs('usersManage', 'auditRead')],
    loadComponent: () => import('./pages/users').then((m) => m.Users),
  },
  {
    path: 'users/invite',
    title: 'identity.invite.title',
    canActivate: [needs('usersManage')],
    loadComponent: () => import('./pages/invite').then((m) => m.Invite),
  },
  {
    path: 'users/:id',
    canActivate: [needs('usersManage', 'auditRead')],
    loadComponent: () => import('./pages/user').then((m) => m.UserPage),
  },
  {
    path: 'roles',
    title: 'identity.roles.title',
    canActivate: [needs('usersManage', 'auditRead')],
    loadComponent: () => import('./pages/roles').then((m) => m.Roles),
  },
  {
    path: 'api-clients',
    title: 'identity.apiClients.title',
    canActivate: [needs('apiClientsManage', 'auditRead')],
    loadComponent: () => import('./pages/api-clients').then((m) => m.ApiClients),
  },
  {
    path: 'delegations',
    title: 'identity.delegations.title',
    canActivate: [needs('delegationManage', 'auditRead')],
    loadComponent: () => import('./pages/delegations').then((m) => m.Delegations),
  },
  {
    path: 'audit',
    title: 'identity.audit.title',
    canActivate: [needs('auditRead')],
    loadComponent: () => import('./pages/audit').then((m) => m.Audit),
  },
  { path: 'jobs', title: 'identity.jobs.title', loadComponent: () => import('./pages/jobs').then((m) => m.JobList) },
  { path: 'jobs/:id', loadComponent: () => import('./pages/job').then((m) => m.JobPage) },
  {
    path: 'mail',
    title: 'identity.mail.title',
    loadComponent: () => import('./pages/demo-mail').then((m) => m.DemoMail),
  },
];
