import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { Formats } from '@core/formats';
import { Session } from '@core/session';
import { TranslocoService } from '@jsverse/transloco';
import type { IconName } from '@ui';
import { Observable, catchError, forkJoin, map, of } from 'rxjs';
import { PLACES, SETTINGS, linkOf } from '../places';
import { SETTINGS_PAGES } from '../settings-pages';

export interface Found {
  readonly group: 'actions' | 'pages' | 'employees' | 'trainings' | 'certificates';
  readonly text: string;
  readonly detail?: string;
  readonly icon: IconName;
  readonly link: string;
}

interface Action {
  readonly key: string;
  readonly link: string;
  readonly permissions: readonly string[];
}

const ACTIONS: readonly Action[] = [
  { key: 'newTraining', link: '/trainings/new', permissions: ['trainingsPlan'] },
  { key: 'importEmployees', link: '/imports/new', permissions: ['employeesImport', 'jpImport'] },
  { key: 'inviteUser', link: '/users/invite', permissions: ['usersManage'] },
  { key: 'calendar', link: '/calendar', permissions: ['catalogueRead'] },
  { key: 'myTrainings', link: '/catalogue/mine', permissions: ['ownProfile'] },
  { key: 'checkIn', link: '/check-in', permissions: ['ownProfile'] },
  { key: 'catalogue', link: '/catalogue', permissions: ['catalogueRead'] },
  { key: 'changePassword', link: '/profile', permissions: ['ownProfile', 'catalogueRead'] },
];

const FEW = 5;

interface Rows<T> {
  items: T[];
}

interface EmployeeHit {
  id: string;
  name: string;
  number?: string;
  identityNumber?: string;
  unitName?: string;
}

interface TrainingHit {
  id: string;
  title: string;
  start: string;
  end: string;
}

interface CertificateHit {
  id: string;
  number: string;
  holderName?: string;
  name?: string;
}

/** Where the search looks: what this page knows itself, and what the API finds in its lists. */
@Injectable({ providedIn: 'root' })
export class SearchSources {
  private readonly http = inject(HttpClient);
  private readonly session = inject(Session);
  private readonly transloco = inject(TranslocoService);
  private readonly formats = inject(Formats);

  /** Pages and actions, at once. */
  near(text: string): Found[] {
    const places = [...PLACES, SETTINGS].filter((place) => place.visible(this.session));
    const settings = SETTINGS_PAGES.filter((page) => this.session.can(...page.permissions));
    const known: Found[] = [
      ...ACTIONS.filter((action) => this.session.can(...action.permissions)).map(({ key, link }) => ({
        group: 'actions' as const,
        text: this.transloco.translate(`shell.actions.${key}`),
        icon: 'arrow-right' as const,
        link,
      })),
      ...places.map((place) => ({
        group: 'pages' as const,
        text: this.transloco.translate(`shell.places.${place.key}`),
        icon: place.icon,
        link: linkOf(place, this.session),
      })),
      ...settings.map(({ key, link, icon }) => ({
        group: 'pages' as const,
        text: this.transloco.translate(`shell.settings.${key}.title`),
        icon,
        link,
      })),
    ];
    const words = text.toLowerCase().split(/\s+/);
    return known.filter((found) => words.every((word) => found.text.toLowerCase().includes(word)));
  }

  /** People, trainings and certificates; a list that refuses or fails gives nothing and disturbs nobody. */
  far(text: string): Observable<Found[]> {
    if (text.trim().length < 2) return of([]);
    return forkJoin([
      this.ask<EmployeeHit>(['employeesRead', 'teamRead'], '/api/v1/employees', text, (hit) => ({
        group: 'employees',
        text: hit.name,
        detail: [this.formats.identityNumber(hit.number ?? hit.identityNumber), hit.unitName]
          .filter(Boolean)
          .join(' · '),
        icon: 'user',
        link: `/employees/${hit.id}`,
      })),
      this.ask<TrainingHit>(['trainingsRead', 'catalogueRead'], '/api/v1/trainings', text, (hit) => ({
        group: 'trainings',
        text: hit.title,
        detail: this.formats.dateRange(hit.start, hit.end),
        icon: 'training',
        link: `/trainings/${hit.id}`,
      })),
      this.ask<CertificateHit>(['certificatesRead', 'ownProfile'], this.certificates(), text, (hit) => ({
        group: 'certificates',
        text: hit.number,
        detail: hit.holderName ?? hit.name,
        icon: 'certificate',
        link: `/certificates/${hit.id}`,
      })),
    ]).pipe(map((lists) => lists.flat()));
  }

  /** Those of others only for who reads them; one's own for everybody. */
  private certificates(): string {
    return this.session.can('certificatesRead') ? '/api/v1/certificates' : '/api/v1/certificates?mine=true';
  }

  private ask<T>(permissions: string[], url: string, q: string, show: (hit: T) => Found): Observable<Found[]> {
    if (!this.session.can(...permissions)) return of([]);
    return this.http.get<Rows<T>>(url, { params: { q: q.trim(), page: 1, size: FEW } }).pipe(
      map(({ items }) => items.slice(0, FEW).map(show)),
      catchError(() => of([])),
    );
  }
}
