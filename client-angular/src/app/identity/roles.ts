import type { Role } from '@api';

/** Roles an administrator can give; the others follow from HR data. The API refuses what does not fit. */
export const ROLES: readonly Role[] = [
  'admin',
  'headOfCentre',
  'trainingOfficer',
  'selfReportVerifier',
  'unitReportVerifier',
  'unitCoordinator',
  'unitLeader',
  'executive',
  'hrOfficer',
  'dictionaryEditor',
  'auditor',
];
