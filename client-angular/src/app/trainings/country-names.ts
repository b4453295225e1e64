import { Injectable, inject } from '@angular/core';
import { LanguageSwitch } from '@core/language';
import { TranslocoService } from '@jsverse/transloco';
import { LookupOption } from '@ui';
import { Observable, of } from 'rxjs';
import { COUNTRIES, countryName } from './countries';

const MOST = 30;

/** Countries by name in the language of the page. */
@Injectable({ providedIn: 'root' })
export class CountryNames {
  private readonly language = inject(LanguageSwitch);
  private readonly transloco = inject(TranslocoService);

  name(code: string): string {
    return countryName(code, this.language.current(), this.transloco.translate('trainings.field.countryElsewhere'));
  }

  readonly describe = (code: string): Observable<string> => of(this.name(code));

  readonly find = (text: string): Observable<readonly LookupOption[]> => {
    const part = text.trim().toLocaleLowerCase();
    const found = COUNTRIES.map((code) => ({ value: code, text: this.name(code) }))
      .filter(({ value, text }) => text.toLocaleLowerCase().includes(part) || value.toLowerCase() === part)
      .sort((one, other) => one.text.localeCompare(other.text));
    return of(found.slice(0, MOST));
  };
}
