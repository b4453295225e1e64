import { HttpInterceptorFn } from '@angular/common/http';
import { Injectable, InjectionToken, inject } from '@angular/core';
import { Observable, catchError, finalize, from, shareReplay, switchMap, throwError } from 'rxjs';
import { Problem } from '../problem';
import { isOurs } from './request-headers.interceptor';

/** Asks for the password on top of the page; true once the person is signed in again. */
export const ASK_TO_SIGN_IN_AGAIN = new InjectionToken<() => Promise<boolean>>('ASK_TO_SIGN_IN_AGAIN');

@Injectable({ providedIn: 'root' })
export class SignInAgain {
  private readonly ask = inject(ASK_TO_SIGN_IN_AGAIN);
  private pending?: Observable<boolean>;

  /** Many requests may fail at once; the person is asked once. */
  now(): Observable<boolean> {
    this.pending ??= from(this.ask()).pipe(
      finalize(() => (this.pending = undefined)),
      shareReplay(1),
    );
    return this.pending;
  }
}

/**
 * A session that ended in the middle of work: the page and its form stay, the person signs in on top of it, and the
 * refused request goes out again. Sign-in itself answers 401 for a wrong password and is left alone.
 */
export const signInAgainInterceptor: HttpInterceptorFn = (request, next) => {
  if (!isOurs(request) || request.url.includes('/api/v1/session')) return next(request);

  const again = inject(SignInAgain);
  return next(request).pipe(
    catchError((error: unknown) =>
      error instanceof Problem && error.status === 401
        ? again.now().pipe(switchMap((signedIn) => (signedIn ? next(request) : throwError(() => error))))
        : throwError(() => error),
    ),
  );
};
