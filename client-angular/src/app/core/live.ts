import { Observable, filter, fromEvent, interval, merge, startWith, switchMap, take, throttleTime } from 'rxjs';

const EVERY = 30_000;
const TIMES = 20;

/**
 * Ticks while somebody is at the page, and at once when they come back to it from another window; left alone it falls
 * still after ten minutes, so that the session can end.
 */
export function live(): Observable<unknown> {
  const signs = ['pointermove', 'keydown', 'visibilitychange'].map((sign) => fromEvent(document, sign));
  const ticks = merge(...signs).pipe(
    startWith(undefined),
    throttleTime(EVERY),
    switchMap(() => interval(EVERY).pipe(take(TIMES))),
  );
  return merge(ticks, fromEvent(window, 'focus')).pipe(filter(() => !document.hidden));
}
