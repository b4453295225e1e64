import { provideHttpClient, withFetch, withInterceptors } from '@angular/common/http';
import {
  ApplicationConfig,
  inject,
  provideAppInitializer,
  provideBrowserGlobalErrorListeners,
  provideZonelessChangeDetection,
} from '@angular/core';
import { ErrorStateMatcher } from '@angular/material/core';
import { MAT_FORM_FIELD_DEFAULT_OPTIONS } from '@angular/material/form-field';
import {
  TitleStrategy,
  provideRouter,
  withComponentInputBinding,
  withInMemoryScrolling,
  withNavigationErrorHandler,
} from '@angular/router';
import { concurrencyInterceptor } from '@core/http/concurrency.interceptor';
import { idempotencyInterceptor } from '@core/http/idempotency.interceptor';
import { problemInterceptor } from '@core/http/problem.interceptor';
import { requestHeadersInterceptor } from '@core/http/request-headers.interceptor';
import { ASK_TO_SIGN_IN_AGAIN, signInAgainInterceptor } from '@core/http/sign-in-again.interceptor';
import { pageNotFetched } from '@core/page-not-fetched';
import { Session } from '@core/session';
import { ISO_DATE_PROVIDERS } from '@core/date-adapter';
import { provideTranslations } from '@core/translations';
import { routes } from './app.routes';
import { PageTitles } from './shell/page-titles';
import { askToSignInAgain } from './shell/sign-in-again/ask-to-sign-in-again';

export const appConfig: ApplicationConfig = {
  providers: [
    provideZonelessChangeDetection(),
    provideBrowserGlobalErrorListeners(),
    provideRouter(
      routes,
      withComponentInputBinding(),
      withInMemoryScrolling({ scrollPositionRestoration: 'enabled', anchorScrolling: 'enabled' }),
      withNavigationErrorHandler((error) => void pageNotFetched(error)),
    ),
    // Outermost first: a retry after signing in again takes new headers; problems are read before anyone judges them.
    provideHttpClient(
      withFetch(),
      withInterceptors([
        signInAgainInterceptor,
        idempotencyInterceptor,
        concurrencyInterceptor,
        requestHeadersInterceptor,
        problemInterceptor,
      ]),
    ),
    provideTranslations(),
    ...ISO_DATE_PROVIDERS,
    {
      provide: MAT_FORM_FIELD_DEFAULT_OPTIONS,
      useValue: { appearance: 'outline', subscriptSizing: 'dynamic', floatLabel: 'always' },
    },
    // Every form touches its fields when it is sent. Material's own rule also remembers the sending, and a form that was
    // emptied after success would call its empty fields wrong.
    {
      provide: ErrorStateMatcher,
      useValue: {
        isErrorState: (control) => !!control && control.invalid && control.touched,
      } satisfies ErrorStateMatcher,
    },
    { provide: TitleStrategy, useClass: PageTitles },
    { provide: ASK_TO_SIGN_IN_AGAIN, useFactory: askToSignInAgain },
    provideAppInitializer(() => inject(Session).refresh()),
  ],
};
