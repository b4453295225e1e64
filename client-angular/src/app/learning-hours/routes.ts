import { Routes } from '@angular/router';
import { needs } from '@core/guards';

export const routes: Routes = [
  {
    path: 'my-year',
    title: 'learning-hours.myYear',
    loadComponent: () => import('./pages/my-year').then((m) => m.MyYear),
  },
  {
    path: 'jp-rules',
    title: 'learning-hours.rules.title',
    loadComponent: () => import('./pages/jp-rules').then((m) => m.JpRules),
  },
  { path: 'jp-rules/:code', loadComponent: () => import('./pages/jp-rule').then((m) => m.JpRule) },
  {
    path: 'jp-rules/:code/change',
    canActivate: [needs('referenceDataManage')],
    loadComponent: () => import('./pages/jp-rule-change').then((m) => m.JpRuleChange),
  },
  {
    path: 'jp-years',
    title: 'learning-hours.years.title',
    canActivate: [needs('jpYearClose', 'jpImport', 'auditRead')],
    loadComponent: () => import('./pages/jp-years').then((m) => m.JpYears),
  },
  {
    path: 'ledger-checks',
    title: 'learning-hours.checks.title',
    canActivate: [needs('auditRead')],
    loadComponent: () => import('./pages/ledger-checks').then((m) => m.LedgerChecks),
  },
];
