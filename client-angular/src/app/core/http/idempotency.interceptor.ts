import { HttpEventType, HttpInterceptorFn } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { tap } from 'rxjs';
import { Problem } from '../problem';
import { isOurs } from './request-headers.interceptor';

/** The keys of posts whose answer never came: the same content sent again carries the same key. */
@Injectable({ providedIn: 'root' })
export class UnansweredPosts {
  private readonly keys = new Map<string, string>();

  keyFor(fingerprint: string): string {
    let key = this.keys.get(fingerprint);
    if (!key) this.keys.set(fingerprint, (key = crypto.randomUUID()));
    return key;
  }

  answered(fingerprint: string): void {
    this.keys.delete(fingerprint);
  }
}

/**
 * Gives every POST an Idempotency-Key. The key lives until the server has answered, so that pressing the button again
 * after a lost connection cannot do the work twice, while a deliberate second post is a new act.
 */
export const idempotencyInterceptor: HttpInterceptorFn = (request, next) => {
  if (request.method !== 'POST' || !isOurs(request) || request.headers.has('Idempotency-Key')) return next(request);
  // It changes nothing, so there is nothing to do twice, and its answer is not worth keeping.
  if (request.url.endsWith('/preview')) return next(request);

  const unanswered = inject(UnansweredPosts);
  // Files are not compared: an upload gets its own key each time.
  const fingerprint =
    request.body instanceof FormData ? crypto.randomUUID() : `${request.urlWithParams}\n${serialised(request.body)}`;
  const keyed = request.clone({ setHeaders: { 'Idempotency-Key': unanswered.keyFor(fingerprint) } });
  return next(keyed).pipe(
    tap({
      next: (event) => {
        if (event.type === HttpEventType.Response) unanswered.answered(fingerprint);
      },
      error: (error: unknown) => {
        if (!(error instanceof Problem && error.mayRetry)) unanswered.answered(fingerprint);
      },
    }),
  );
};

function serialised(body: unknown): string {
  return typeof body === 'string' ? body : JSON.stringify(body ?? null);
}
