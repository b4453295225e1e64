import { Observable, filter, fromEvent, interval, merge, startWith, switchMap, take, throttleTime } from 'rxjs';

const EVERY = 30_000;
const TIMES = 20;

/** Ticks while somebody is at the page; left alone it falls still after ten minutes, so that the session can end. */
export function live(): Observable<unknown> {
  const signs = ['pointermove', 'keydown', 'visibilitychange'].map((sign) => fromEvent(document, sign));
  return merge(...signs).pipe(
    startWith(undefined),
    throttleTime(EVERY),
    switchMap(() => interval(EVERY).pipe(take(TIMES))),
    filter(() => !document.hidden),
  );
}
