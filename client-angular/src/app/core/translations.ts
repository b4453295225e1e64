import { HttpBackend, HttpClient } from '@angular/common/http';
import {
  EnvironmentProviders,
  Injectable,
  inject,
  isDevMode,
  makeEnvironmentProviders,
  provideAppInitializer,
} from '@angular/core';
import { ResolveFn } from '@angular/router';
import {
  Translation,
  TranslocoLoader,
  TranslocoService,
  provideTransloco,
  provideTranslocoTranspiler,
} from '@jsverse/transloco';
import { Observable, catchError, combineLatest, map, of } from 'rxjs';
import { LanguageSwitch } from './language';
import { TextTranspiler } from './text-transpiler';

/** Reads `public/i18n/<scope>/<language>.json`; plain files, so none of the API's interceptors take part. */
@Injectable()
class TranslationFiles implements TranslocoLoader {
  private readonly http = new HttpClient(inject(HttpBackend));

  getTranslation(path: string): Observable<Translation> {
    return this.http.get<Translation>(`/i18n/${path}.json`);
  }
}

export function provideTranslations(): EnvironmentProviders {
  return makeEnvironmentProviders([
    provideTransloco({
      config: {
        availableLangs: ['id', 'en'],
        defaultLang: 'id',
        fallbackLang: 'id',
        reRenderOnLangChange: true,
        prodMode: !isDevMode(),
        missingHandler: { useFallbackTranslation: true, logMissingKey: isDevMode() },
        // "learning-hours" stays "learning-hours": keys begin with the context's folder name.
        scopes: { keepCasing: true },
      },
      loader: TranslationFiles,
    }),
    provideTranslocoTranspiler(TextTranspiler),
    // The shell's texts are there before anything is drawn; a page without them would show keys.
    provideAppInitializer(() =>
      inject(TranslocoService)
        .load(inject(LanguageSwitch).current())
        .pipe(catchError(() => of(undefined))),
    ),
  ]);
}

/** A route's texts are there before its page: `resolve: { texts: textsOf('trainings') }`. */
export function textsOf(...scopes: string[]): ResolveFn<boolean> {
  return () => {
    const transloco = inject(TranslocoService);
    const language = inject(LanguageSwitch).current();
    return combineLatest(scopes.map((scope) => transloco.load(`${scope}/${language}`))).pipe(map(() => true));
  };
}
