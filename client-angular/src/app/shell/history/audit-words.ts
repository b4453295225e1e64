import { Injectable, inject } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';

const ACTIONS = 'shell.useCases.';

/** Use cases in people's words: those with a translation, else the name itself, set apart ("Approve training"). */
@Injectable({ providedIn: 'root' })
export class AuditWords {
  private readonly transloco = inject(TranslocoService);

  action(useCase: string): string {
    return this.known(`shell.useCases.${useCase}`) ?? spaced(useCase);
  }

  subject(type: string): string {
    return this.known(`shell.subjects.${type}`) ?? spaced(type);
  }

  /** A value inside another by its whole way: `Name.En` is "Name – English". */
  field(name: string): string {
    return name
      .split('.')
      .map((part) => this.known(`shell.fields.${part}`) ?? spaced(part))
      .join(' – ');
  }

  /** A choice or yes/no in words; any other value as it is. */
  value(value: string): string {
    return this.known(`shell.values.${value}`) ?? value;
  }

  /** Use cases whose words contain the text: nobody needs to know how the trail names them. */
  actionsLike(text: string): { value: string; text: string }[] {
    const part = text.trim().toLowerCase();
    const texts = this.transloco.getTranslation(this.transloco.getActiveLang()) as Record<string, unknown>;
    return Object.entries(texts)
      .filter(([key, words]) => key.startsWith(ACTIONS) && typeof words === 'string')
      .map(([key, words]) => ({ value: key.slice(ACTIONS.length), text: words as string }))
      .filter((action) => action.text.toLowerCase().includes(part))
      .slice(0, 20);
  }

  private known(key: string): string | undefined {
    const texts = this.transloco.getTranslation(this.transloco.getActiveLang()) as Record<string, unknown>;
    const text = texts[key];
    return typeof text === 'string' ? text : undefined;
  }
}

function spaced(name: string): string {
  const words = name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
