import { Routes } from '@angular/router';
import { byId, needs } from '@core/guards';
import { participationRoutes } from './participation.routes';

export const routes: Routes = [
  ...participationRoutes,
  {
    path: 'trainings',
    title: 'trainings.list.title',
    loadComponent: () => import('./pages/training-list').then((m) => m.TrainingList),
  },
  {
    path: 'trainings/new',
    title: 'trainings.form.newTitle',
    canActivate: [needs('trainingsPlan')],
    loadComponent: () => import('./pages/training-form').then((m) => m.TrainingForm),
  },
  {
    path: 'trainings/approval',
    title: 'trainings.desk.title',
    canActivate: [needs('trainingsApprove')],
    loadComponent: () => import('./pages/approval-desk').then((m) => m.ApprovalDesk),
  },
  { path: 'trainings/board', redirectTo: '/monitoring' },
  {
    path: 'trainings/:id',
    canMatch: [byId],
    loadComponent: () => import('./pages/training-detail').then((m) => m.TrainingDetail),
  },
  {
    path: 'trainings/:id/edit',
    canMatch: [byId],
    title: 'trainings.form.editTitle',
    canActivate: [needs('trainingsPlan')],
    loadComponent: () => import('./pages/training-form').then((m) => m.TrainingForm),
  },
  {
    path: 'trainings/:id/programme',
    canMatch: [byId],
    title: 'trainings.programme.title',
    loadComponent: () => import('./pages/programme-sheet').then((m) => m.ProgrammeSheet),
  },
  {
    path: 'calendar',
    title: 'trainings.calendar.title',
    loadComponent: () => import('./pages/training-calendar').then((m) => m.TrainingCalendar),
  },
  {
    path: 'calendar/feeds',
    title: 'trainings.feeds.title',
    loadComponent: () => import('./pages/calendar-feeds').then((m) => m.CalendarFeeds),
  },
  {
    path: 'monitoring',
    title: 'trainings.board.title',
    canActivate: [needs('trainingsRead')],
    loadComponent: () => import('./pages/monitoring-board').then((m) => m.MonitoringBoard),
  },
];
