import { DestroyRef, Signal, assertInInjectionContext, computed, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { Observable, Subject, catchError, firstValueFrom, map, of, switchMap, tap } from 'rxjs';
import { Notices } from './notices';
import { Problem, asProblem } from './problem';

/** Something a page shows that comes from the API: its value, whether it is on its way, and why it is not there. */
export interface Loaded<T, A extends unknown[]> {
  readonly value: Signal<T | undefined>;
  readonly loading: Signal<boolean>;
  readonly problem: Signal<Problem | undefined>;
  /** The first load has not ended yet: show the skeleton. */
  readonly pending: Signal<boolean>;
  load(...args: A): void;
  /** The same again; the shown value stays until the new one is there. */
  reload(): void;
  /** An answer that came another way, for instance from the act that changed it. */
  set(value: T): void;
}

/** `readonly training = loaded((id: string) => this.api.getTraining(id));` – the latest call wins. */
export function loaded<T, A extends unknown[] = []>(fetch: (...args: A) => Observable<T>): Loaded<T, A> {
  assertInInjectionContext(loaded);
  const value = signal<T | undefined>(undefined);
  const problem = signal<Problem | undefined>(undefined);
  const loading = signal(false);
  const calls = new Subject<A>();
  let last: A | undefined;

  calls
    .pipe(
      tap(() => loading.set(true)),
      switchMap((args) =>
        fetch(...args).pipe(
          map((result) => ({ result, problem: undefined })),
          catchError((error: unknown) => of({ result: undefined, problem: asProblem(error) })),
        ),
      ),
      takeUntilDestroyed(inject(DestroyRef)),
    )
    .subscribe((outcome) => {
      loading.set(false);
      problem.set(outcome.problem);
      if (outcome.problem === undefined) value.set(outcome.result as T);
    });

  return {
    value: value.asReadonly(),
    loading: loading.asReadonly(),
    problem: problem.asReadonly(),
    pending: computed(() => value() === undefined && problem() === undefined),
    load: (...args) => {
      last = args;
      calls.next(args);
    },
    reload: () => {
      if (last) calls.next(last);
    },
    set: (next) => {
      problem.set(undefined);
      value.set(next);
    },
  };
}

/** Something a person does: one at a time, its problem kept for the page, its success said aloud. */
export interface Act<T, A extends unknown[]> {
  readonly running: Signal<boolean>;
  readonly problem: Signal<Problem | undefined>;
  /** The answer, or nothing when it was refused (then `problem` says why). */
  run(...args: A): Promise<T | undefined>;
  clear(): void;
}

export interface ActOptions<T> {
  /** Translation key said after success. */
  done?: string;
  /** `notice` (default) tells a refusal in a notice too; `page` leaves it to the page, which shows `problem`. */
  problems?: 'notice' | 'page';
  then?: (result: T) => void;
  /** After a refusal: a list shows what somebody else did meanwhile. */
  failed?: (problem: Problem) => void;
}

/** `readonly approve = act((id: string) => this.api.approveTraining(id), { done: 'trainings.approved' });` */
export function act<T, A extends unknown[] = []>(
  send: (...args: A) => Observable<T>,
  options: ActOptions<T> = {},
): Act<T, A> {
  assertInInjectionContext(act);
  const notices = inject(Notices);
  const running = signal(false);
  const problem = signal<Problem | undefined>(undefined);

  return {
    running: running.asReadonly(),
    problem: problem.asReadonly(),
    clear: () => {
      problem.set(undefined);
    },
    run: async (...args) => {
      if (running()) return undefined;
      running.set(true);
      problem.set(undefined);
      try {
        const result = await firstValueFrom(send(...args), { defaultValue: undefined as T });
        if (options.done) notices.say(options.done);
        options.then?.(result);
        return result;
      } catch (error) {
        const found = asProblem(error);
        problem.set(found);
        if (options.problems !== 'page') notices.problem(found);
        options.failed?.(found);
        return undefined;
      } finally {
        running.set(false);
      }
    },
  };
}
