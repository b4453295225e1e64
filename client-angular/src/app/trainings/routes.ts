import { Routes } from '@angular/router';
import { participationRoutes } from './participation.routes';

export const routes: Routes = [...participationRoutes];
