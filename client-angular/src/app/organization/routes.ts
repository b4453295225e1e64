import { Routes } from '@angular/router';
import { needs } from '@core/guards';
import { textsOf } from '@core/translations';

const referenceData = () => import('./pages/reference-data').then((m) => m.ReferenceData);
const referenceItem = () => import('./pages/reference-item').then((m) => m.ReferenceItem);

export const routes: Routes = [
  {
    path: 'institution',
    canActivate: [needs('institutionManage')],
    loadComponent: () => import('./pages/institution').then((m) => m.Institution),
  },
  // Rules change where their effect is shown.
  { path: 'reference-data/jpRules', redirectTo: '/jp-rules' },
  { path: 'reference-data/jpRules/:id', redirectTo: '/jp-rules' },
  { path: 'reference-data', loadComponent: referenceData },
  { path: 'reference-data/:kind', loadComponent: referenceData },
  { path: 'reference-data/:kind/new', canActivate: [needs('referenceDataManage')], loadComponent: referenceItem },
  { path: 'reference-data/:kind/:id', loadComponent: referenceItem },
  {
    path: 'employees',
    title: 'organization.employees.title',
    canActivate: [needs('employeesRead', 'teamRead')],
    loadComponent: () => import('./pages/employee-list').then((m) => m.EmployeeList),
  },
  {
    path: 'employees/:id',
    resolve: { parts: textsOf('participants', 'certificates', 'trainings') },
    loadComponent: () => import('./pages/employee-detail').then((m) => m.EmployeeDetail),
  },
  {
    path: 'units',
    title: 'organization.units.title',
    loadComponent: () => import('./pages/unit-tree').then((m) => m.UnitTree),
  },
  {
    path: 'units/:id',
    canActivate: [needs('unitsRead')],
    loadComponent: () => import('./pages/unit-detail').then((m) => m.UnitDetail),
  },
  {
    path: 'imports',
    title: 'organization.imports.title',
    canActivate: [needs('employeesImport', 'jpImport', 'auditRead')],
    loadComponent: () => import('./pages/import-list').then((m) => m.ImportList),
  },
  {
    path: 'imports/new',
    title: 'organization.imports.new',
    canActivate: [needs('employeesImport', 'jpImport')],
    loadComponent: () => import('./pages/import-new').then((m) => m.ImportNew),
  },
  {
    path: 'imports/:id',
    canActivate: [needs('employeesImport', 'jpImport', 'auditRead')],
    loadComponent: () => import('./pages/import-detail').then((m) => m.ImportDetail),
  },
];
