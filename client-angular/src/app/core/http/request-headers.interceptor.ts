import { HttpClient, HttpInterceptorFn, HttpRequest } from '@angular/common/http';
import { inject } from '@angular/core';
import { catchError, switchMap, throwError } from 'rxjs';
import { LanguageSwitch } from '../language';
import { Problem } from '../problem';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Accept-Language on all, the anti-forgery token on what changes something; only towards our own API. */
export const requestHeadersInterceptor: HttpInterceptorFn = (request, next) => {
  if (!isOurs(request)) return next(request);

  const language = inject(LanguageSwitch).current();
  const dressed = (): HttpRequest<unknown> => {
    const headers = request.headers.set('Accept-Language', language);
    const token = SAFE.has(request.method) ? undefined : readCookie('XSRF-TOKEN');
    return request.clone({ headers: token ? headers.set('X-XSRF-TOKEN', token) : headers });
  };
  if (SAFE.has(request.method)) return next(dressed());

  // A token from before a sign-in in another window is refused once; asking who is here brings a new one.
  const http = inject(HttpClient);
  return next(dressed()).pipe(
    catchError((error: unknown) =>
      error instanceof Problem && error.code === 'access.forgery_token'
        ? http.get('/api/v1/session').pipe(switchMap(() => next(dressed())))
        : throwError(() => error),
    ),
  );
};

export function isOurs(request: HttpRequest<unknown>): boolean {
  return request.url.startsWith('/api/') || request.url.startsWith(`${location.origin}/api/`);
}

function readCookie(name: string): string | undefined {
  const pair = document.cookie.split('; ').find((part) => part.startsWith(`${name}=`));
  return pair && decodeURIComponent(pair.slice(name.length + 1));
}
