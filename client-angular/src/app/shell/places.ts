import { Session } from '@core/session';
import type { IconName } from '@ui';

export interface Place {
  readonly key: string;
  readonly link: string;
  /** Where it leads those who may not open `link`. */
  readonly otherwise?: { readonly without: string; readonly link: string };
  readonly icon: IconName;
  /** First words of addresses that belong here, for the mark in the rail and the breadcrumb. */
  readonly words: readonly string[];
  readonly visible: (session: Session) => boolean;
}

/** The rail: at most eight places, by what the person may do. Their words are `shell.places.<key>`. */
export const PLACES: readonly Place[] = [
  { key: 'home', link: '/', icon: 'home', words: [''], visible: () => true },
  {
    key: 'trainings',
    link: '/trainings',
    otherwise: { without: 'trainingsRead', link: '/catalogue' },
    icon: 'training',
    words: ['trainings', 'calendar', 'catalogue', 'monitoring', 'check-in', 'nominations'],
    visible: (session) => session.can('trainingsRead', 'catalogueRead'),
  },
  {
    key: 'myYear',
    link: '/my-year',
    icon: 'clock',
    words: ['my-year', 'learning-hours'],
    visible: (session) => session.can('ownProfile'),
  },
  {
    key: 'employees',
    link: '/employees',
    icon: 'users',
    words: ['employees', 'units', 'imports'],
    visible: (session) => session.can('employeesRead', 'teamRead'),
  },
  {
    key: 'competencies',
    link: '/dictionaries',
    icon: 'book',
    words: ['dictionaries', 'competencies'],
    visible: (session) => session.can('catalogueRead', 'dictionaryEdit'),
  },
  {
    key: 'certificates',
    link: '/certificates',
    icon: 'certificate',
    words: ['certificates', 'certificate-batches', 'certificate-templates', 'number-patterns'],
    visible: (session) => session.can('certificatesRead', 'ownProfile'),
  },
];

export const SETTINGS: Place = {
  key: 'settings',
  link: '/settings',
  icon: 'settings',
  words: [
    'settings',
    'users',
    'roles',
    'api-clients',
    'delegations',
    'audit',
    'ledger-checks',
    'jp-years',
    'jobs',
    'institution',
    'reference-data',
    'jp-rules',
    'mail',
  ],
  visible: (session) =>
    session.can(
      'usersManage',
      'apiClientsManage',
      'delegationManage',
      'auditRead',
      'jobsReadAll',
      'institutionManage',
      'referenceDataManage',
      'jpYearClose',
      'jpImport',
    ),
};

export function linkOf(place: Place, session: Session): string {
  return place.otherwise && !session.can(place.otherwise.without) ? place.otherwise.link : place.link;
}

export function placeOf(url: string): Place | undefined {
  const word = url.split(/[?#]/)[0]?.split('/')[1] ?? '';
  return [...PLACES, SETTINGS].find((place) => place.words.includes(word));
}
