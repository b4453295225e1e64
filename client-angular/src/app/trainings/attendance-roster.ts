import { Injectable, inject, signal } from '@angular/core';
import { AttendanceClient, AttendanceGrid } from '@api';
import { KeptDesk, dropDesks, keepDesk, keptDesks } from '@core/kept-desks';
import { asProblem } from '@core/problem';
import { Session } from '@core/session';
import { keepShell } from '@core/shell-cache';
import { Observable, catchError, forkJoin, map, of, switchMap, tap, throwError } from 'rxjs';

const PORTION = 100;
const HOUR = 3_600_000;
/** Sessions of the coming hours are taken along, and a session is marked to the end also a little after it. */
const AHEAD = 12 * HOUR;
const AFTER = HOUR;

/**
 * Everybody of a training at once, so that the desk works on when the class room has lost its network; and what concerns
 * the sessions of these hours also over a page loaded again, until they are over or the person signs out.
 */
@Injectable({ providedIn: 'root' })
export class AttendanceRoster {
  private readonly api = inject(AttendanceClient);
  private readonly session = inject(Session);
  private readonly onDevice = signal(false);

  /** The page may be loaded again without a network. */
  readonly kept = this.onDevice.asReadonly();

  load(trainingId: string): Observable<AttendanceGrid> {
    return everybody((page) => this.api.listAttendance(trainingId, undefined, page, PORTION)).pipe(
      tap((grid) => void this.keep(trainingId, grid)),
      catchError((error: unknown) => {
        const desk = asProblem(error).mayRetry && keptDesks().find((one) => one.trainingId === trainingId);
        this.onDevice.set(!!desk);
        return desk ? of(asOfNow(desk)) : throwError(() => error);
      }),
    );
  }

  private async keep(trainingId: string, grid: AttendanceGrid): Promise<void> {
    dropDesks((desk) => desk.trainingId === trainingId);
    this.onDevice.set(false);
    const person = this.session.user()?.id;
    const now = Date.now();
    const sessions = grid.sessions.filter(
      (one) => Date.parse(one.endsAt) + AFTER > now && Date.parse(one.startsAt) - AHEAD < now,
    );
    if (!person || !grid.canRecord || sessions.length === 0) return;
    const ids = new Set(sessions.map((one) => one.id));
    const items = grid.people.items.map((row) => ({
      ...row,
      marks: row.marks.filter((mark) => ids.has(mark.sessionId)),
    }));
    const kept = keepDesk({
      person,
      trainingId,
      grid: { ...grid, sessions, people: { ...grid.people, items } },
      until: new Date(Math.max(...sessions.map((one) => Date.parse(one.endsAt))) + AFTER).toISOString(),
    });
    this.onDevice.set(kept && (await keepShell()));
  }
}

function asOfNow({ grid }: KeptDesk): AttendanceGrid {
  const now = Date.now();
  return {
    ...grid,
    sessions: grid.sessions.map((one) => ({ ...one, hasStarted: Date.parse(one.startsAt) <= now })),
  };
}

function everybody(fetch: (page: number) => Observable<AttendanceGrid>): Observable<AttendanceGrid> {
  return fetch(1).pipe(
    switchMap((first) => {
      const further = Array.from({ length: Math.ceil(first.people.total / PORTION) - 1 }, (_, at) => fetch(at + 2));
      if (further.length === 0) return of(first);
      return forkJoin(further).pipe(
        map((rest) => ({
          ...first,
          people: { ...first.people, items: [first, ...rest].flatMap((grid) => grid.people.items) },
        })),
      );
    }),
  );
}
