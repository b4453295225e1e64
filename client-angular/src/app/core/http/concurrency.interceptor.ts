import { HttpEventType, HttpInterceptorFn } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { tap } from 'rxjs';
import { isOurs } from './request-headers.interceptor';

const EDITS = new Set(['PUT', 'PATCH', 'DELETE', 'POST']);

/** The versions this page has seen, by address. */
@Injectable({ providedIn: 'root' })
export class SeenVersions {
  private readonly etags = new Map<string, string>();

  remember(url: string, etag: string): void {
    this.etags.set(pathOf(url), etag);
  }

  /** The version of the thing itself or of the thing an action belongs to (`/trainings/1/approve`). */
  of(url: string): string | undefined {
    const path = pathOf(url);
    return this.etags.get(path) ?? this.etags.get(path.slice(0, path.lastIndexOf('/')));
  }
}

/** Edits say which version they were made on; the page need not carry ETags about. */
export const concurrencyInterceptor: HttpInterceptorFn = (request, next) => {
  if (!isOurs(request)) return next(request);

  const seen = inject(SeenVersions);
  let outgoing = request;
  if (EDITS.has(request.method) && !request.headers.has('If-Match')) {
    const version = seen.of(request.url);
    if (version) outgoing = request.clone({ setHeaders: { 'If-Match': version } });
  }
  return next(outgoing).pipe(
    tap((event) => {
      if (event.type !== HttpEventType.Response) return;
      const etag = event.headers.get('ETag');
      if (etag && request.method !== 'POST') seen.remember(request.url, etag);
    }),
  );
};

function pathOf(url: string): string {
  return new URL(url, location.origin).pathname;
}
