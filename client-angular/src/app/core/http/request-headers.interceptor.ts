import { HttpInterceptorFn, HttpRequest } from '@angular/common/http';
import { inject } from '@angular/core';
import { LanguageSwitch } from '../language';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Accept-Language on all, the anti-forgery token on what changes something; only towards our own API. */
export const requestHeadersInterceptor: HttpInterceptorFn = (request, next) => {
  if (!isOurs(request)) return next(request);

  let headers = request.headers.set('Accept-Language', inject(LanguageSwitch).current());
  if (!SAFE.has(request.method)) {
    const token = readCookie('XSRF-TOKEN');
    if (token) headers = headers.set('X-XSRF-TOKEN', token);
  }
  return next(request.clone({ headers }));
};

export function isOurs(request: HttpRequest<unknown>): boolean {
  return request.url.startsWith('/api/') || request.url.startsWith(`${location.origin}/api/`);
}

function readCookie(name: string): string | undefined {
  const pair = document.cookie.split('; ').find((part) => part.startsWith(`${name}=`));
  return pair && decodeURIComponent(pair.slice(name.length + 1));
}
