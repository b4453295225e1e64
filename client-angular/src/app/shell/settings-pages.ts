import type { IconName } from '@ui';

export interface SettingsPage {
  readonly key: string;
  readonly link: string;
  readonly icon: IconName;
  readonly permissions: readonly string[];
  readonly group: 'people' | 'institution' | 'system';
}

/** What stands behind Pengaturan. Texts: `shell.settings.<key>.title` and `.text`. */
export const SETTINGS_PAGES: readonly SettingsPage[] = [
  { key: 'users', link: '/users', icon: 'users', permissions: ['usersManage', 'auditRead'], group: 'people' },
  { key: 'roles', link: '/roles', icon: 'shield', permissions: ['usersManage', 'auditRead'], group: 'people' },
  {
    key: 'delegations',
    link: '/delegations',
    icon: 'repeat',
    permissions: ['delegationManage', 'auditRead'],
    group: 'people',
  },
  {
    key: 'imports',
    link: '/imports',
    icon: 'upload',
    permissions: ['employeesImport', 'jpImport', 'auditRead'],
    group: 'people',
  },
  {
    key: 'institution',
    link: '/institution',
    icon: 'building',
    permissions: ['institutionManage'],
    group: 'institution',
  },
  {
    key: 'referenceData',
    link: '/reference-data',
    icon: 'list-checks',
    permissions: ['referenceDataManage'],
    group: 'institution',
  },
  {
    key: 'jpRules',
    link: '/jp-rules',
    icon: 'clock',
    permissions: ['referenceDataManage'],
    group: 'institution',
  },
  {
    key: 'certificateTemplates',
    link: '/certificate-templates',
    icon: 'certificate',
    permissions: ['certificateTemplatesManage', 'auditRead'],
    group: 'institution',
  },
  {
    key: 'numberPatterns',
    link: '/number-patterns',
    icon: 'hash',
    permissions: ['certificateTemplatesManage'],
    group: 'institution',
  },
  {
    key: 'apiClients',
    link: '/api-clients',
    icon: 'key',
    permissions: ['apiClientsManage', 'auditRead'],
    group: 'system',
  },
  { key: 'audit', link: '/audit', icon: 'scroll', permissions: ['auditRead'], group: 'system' },
  {
    key: 'ledgerChecks',
    link: '/ledger-checks',
    icon: 'shield',
    permissions: ['auditRead'],
    group: 'system',
  },
  {
    key: 'jpYears',
    link: '/jp-years',
    icon: 'calendar',
    permissions: ['jpYearClose', 'jpImport', 'auditRead'],
    group: 'institution',
  },
  { key: 'jobs', link: '/jobs', icon: 'refresh', permissions: ['jobsReadAll'], group: 'system' },
];
