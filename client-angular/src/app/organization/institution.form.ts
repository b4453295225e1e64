import { FormArray, FormControl, FormGroup, Validators } from '@angular/forms';
import type { IdentityCheck, IdentityKind, InstitutionSettings, LocalText } from '@api';

/** Roles that an institution may call by its own words. */
export const NAMED_ROLES = [
  'headOfCentre',
  'trainingOfficer',
  'unitCoordinator',
  'selfReportVerifier',
  'unitReportVerifier',
  'hrOfficer',
  'dictionaryEditor',
] as const;

export const DEADLINES = [
  'reserveOfferHours',
  'invitationAnswerDays',
  'checkInMinutes',
  'numberBookingDays',
  'accountInvitationDays',
  'completionDays',
  'budgetReportDays',
] as const;

export const IDENTITY_CHECKS: readonly IdentityCheck[] = ['none', 'civilServant', 'contractEmployee'];

const text = (value = '', maximum = 200) =>
  new FormControl(value, { nonNullable: true, validators: [Validators.required, Validators.maxLength(maximum)] });
const free = (value = '', maximum = 200) =>
  new FormControl(value, { nonNullable: true, validators: Validators.maxLength(maximum) });
const whole = (minimum: number, maximum: number) =>
  new FormControl(minimum, {
    nonNullable: true,
    validators: [Validators.required, Validators.min(minimum), Validators.max(maximum)],
  });
const both = (value?: LocalText) => new FormGroup({ id: text(value?.id), en: text(value?.en) });
const bothOrNone = () => new FormGroup({ id: free(), en: free() });

export function identityKindForm(kind?: IdentityKind) {
  return new FormGroup({
    code: new FormControl(kind?.code ?? '', {
      nonNullable: true,
      validators: [Validators.required, Validators.maxLength(20), Validators.pattern('[a-z][a-z0-9_]*')],
    }),
    name: both(kind?.name),
    pattern: text(kind?.pattern),
    check: new FormControl<IdentityCheck>(kind?.check ?? 'none', { nonNullable: true }),
    grouping: new FormControl(kind?.grouping ?? '', {
      nonNullable: true,
      validators: Validators.pattern('[1-9][0-9]?(-[1-9][0-9]?)*'),
    }),
    active: new FormControl(kind?.active ?? true, { nonNullable: true }),
  });
}

export function institutionForm() {
  return new FormGroup({
    name: text(),
    shortName: text('', 40),
    address: free('', 500),
    timeZone: new FormControl<InstitutionSettings['timeZone']>('wib', { nonNullable: true }),
    defaultLanguage: new FormControl<InstitutionSettings['defaultLanguage']>('indonesian', { nonNullable: true }),
    publicRegistration: new FormControl(false, { nonNullable: true }),
    terms: new FormGroup({
      centre: both(),
      centreShort: text('', 40),
      roles: new FormGroup(Object.fromEntries(NAMED_ROLES.map((role) => [role, bothOrNone()]))),
    }),
    identityKinds: new FormArray<ReturnType<typeof identityKindForm>>([]),
    deadlines: new FormGroup({
      reserveOfferHours: whole(1, 720),
      invitationAnswerDays: whole(1, 90),
      checkInMinutes: whole(1, 240),
      numberBookingDays: whole(1, 365),
      accountInvitationDays: whole(1, 90),
      completionDays: whole(1, 90),
      budgetReportDays: whole(1, 365),
    }),
    numbering: new FormGroup({
      activityCode: text('', 120),
      certificates: new FormGroup({ training: text('', 120), unitReport: text('', 120) }),
    }),
    mail: new FormGroup({
      senderName: text(),
      senderAddress: new FormControl('', { nonNullable: true, validators: [Validators.required, Validators.email] }),
      replyTo: new FormControl('', { nonNullable: true, validators: Validators.email }),
    }),
    files: new FormGroup({ documentMegabytes: whole(1, 20), importMegabytes: whole(1, 4096) }),
    effectiveFrom: new FormControl<string | null>(null),
    reason: free('', 500),
  });
}

export type InstitutionForm = ReturnType<typeof institutionForm>;

export function fill(form: InstitutionForm, settings: InstitutionSettings): void {
  form.controls.identityKinds.clear({ emitEvent: false });
  for (const kind of settings.identityKinds) {
    form.controls.identityKinds.push(identityKindForm(kind), { emitEvent: false });
  }
  const { name, shortName, address, timeZone, defaultLanguage, terms, deadlines, numbering, mail, files } = settings;
  const publicRegistration = settings.publicRegistration ?? false;
  form.patchValue({
    ...{ name, shortName, address, timeZone, defaultLanguage, publicRegistration, terms, deadlines, numbering, files },
    mail: { ...mail, replyTo: mail.replyTo ?? '' },
    effectiveFrom: null,
    reason: '',
  });
  form.markAsPristine();
}

export function settingsOf(form: InstitutionForm, before: InstitutionSettings): InstitutionSettings {
  const typed = form.getRawValue();
  const { name, shortName, address, timeZone, defaultLanguage, publicRegistration } = typed;
  const { identityKinds, deadlines, files } = typed;
  const unnamed = Object.entries(before.terms.roles).filter(
    ([role]) => !(NAMED_ROLES as readonly string[]).includes(role),
  );
  const named = Object.entries(typed.terms.roles)
    .map(([role, words]) => [role, { id: words.id.trim(), en: words.en.trim() }] as const)
    .filter(([, words]) => words.id || words.en);
  return {
    ...before,
    ...{ name, shortName, address, timeZone, defaultLanguage, publicRegistration, identityKinds, deadlines, files },
    terms: { ...typed.terms, roles: Object.fromEntries([...unnamed, ...named]) },
    numbering: {
      ...typed.numbering,
      certificates: { ...before.numbering.certificates, ...typed.numbering.certificates },
    },
    mail: { ...typed.mail, replyTo: typed.mail.replyTo.trim() || null },
  };
}
