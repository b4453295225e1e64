import { Routes } from '@angular/router';
import { needs } from '@core/guards';

const dictionary = () => import('./pages/dictionary').then((m) => m.Dictionary);

export const routes: Routes = [
  {
    path: 'dictionaries',
    title: 'competencies.list.title',
    loadComponent: () => import('./pages/dictionary-list').then((m) => m.DictionaryList),
  },
  {
    path: 'dictionaries/import',
    title: 'competencies.import.title',
    canActivate: [needs('dictionaryEdit')],
    loadComponent: () => import('./pages/dictionary-import').then((m) => m.DictionaryImport),
  },
  { path: 'dictionaries/:code/:number', loadComponent: dictionary },
  { path: 'dictionaries/:code/:number/:competency', loadComponent: dictionary },
  { path: 'dictionaries/:code/:number/:competency/:level', loadComponent: dictionary },
  {
    path: 'competencies',
    title: 'competencies.search.title',
    loadComponent: () => import('./pages/competency-search').then((m) => m.CompetencySearch),
  },
];
