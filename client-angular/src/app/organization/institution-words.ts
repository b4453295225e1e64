import { Injectable, inject } from '@angular/core';
import { ChangedSetting } from '@api';
import { LanguageSwitch } from '@core/language';
import { TranslocoService } from '@jsverse/transloco';

const TEXTS = 'organization.institution';

/** Paths whose words stand elsewhere than under their own last name. */
const LABELS: Readonly<Record<string, string>> = {
  defaultLanguage: `${TEXTS}.language`,
  logoHash: `${TEXTS}.logo`,
  'terms.centre.id': `${TEXTS}.centreId`,
  'terms.centre.en': `${TEXTS}.centreEn`,
  'numbering.certificates.training': `${TEXTS}.certificateTraining`,
  'numbering.certificates.unitReport': `${TEXTS}.certificateUnitReport`,
  identityKinds: `${TEXTS}.section.identityKinds`,
};

/** The institution's settings in the words of their form: for the history, for what is planned, and to compare. */
@Injectable({ providedIn: 'root' })
export class InstitutionWords {
  private readonly transloco = inject(TranslocoService);
  private readonly language = inject(LanguageSwitch);

  /** What nobody chose by itself: the kind of a file goes with the file. */
  shown(changes: readonly ChangedSetting[]): { label: string; before: string; after: string }[] {
    return changes
      .filter(({ setting }) => setting !== 'logoContentType')
      .map(({ setting, before, after }) => ({
        label: this.label(setting),
        before: this.value(setting, before),
        after: this.value(setting, after),
      }));
  }

  label(path: string): string {
    this.language.texts();
    const key = LABELS[path];
    if (key) return this.text(key);
    const kind = /^identityKinds\[(\d+)\]\.(.+)$/.exec(path);
    if (kind?.[1] && kind[2]) {
      const field = { 'name.id': 'nameId', 'name.en': 'nameEn' }[kind[2]] ?? `kind.${kind[2]}`;
      return `${this.text(`${TEXTS}.section.identityKinds`)} ${Number(kind[1]) + 1}: ${this.text(`${TEXTS}.${field}`)}`;
    }
    const role = /^terms\.roles\.(\w+)\.(id|en)$/.exec(path);
    if (role?.[1]) return `${this.text(`shell.roles.${role[1]}`)} (${role[2]})`;
    if (path.startsWith('deadlines.')) return this.text(`${TEXTS}.deadline.${path.slice('deadlines.'.length)}`);
    return this.text(`${TEXTS}.${path.slice(path.lastIndexOf('.') + 1)}`);
  }

  value(path: string, value: unknown): string {
    if (value === null || value === undefined || value === '') return '–';
    if (path === 'logoHash') return this.text(`${TEXTS}.logoFile`);
    if (Array.isArray(value)) return value.map((one) => String((one as { code?: string }).code ?? one)).join(', ');
    const text = String(value as string | number | boolean);
    if (/^true$/i.test(text)) return this.text('organization.yes');
    if (/^false$/i.test(text)) return this.text('organization.no');
    if (path === 'timeZone') return this.text(`${TEXTS}.zone.${text}`);
    if (path === 'defaultLanguage') return text === 'english' ? 'English' : 'Bahasa Indonesia';
    if (path.endsWith('.check')) return this.text(`${TEXTS}.check.${text}`);
    return text;
  }

  private text(key: string): string {
    return this.transloco.translate(key);
  }
}
