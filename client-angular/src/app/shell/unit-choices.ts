import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { LookupOption } from '@ui';
import { Observable, ReplaySubject, Subject, catchError, map, merge, of, share, take, timer } from 'rxjs';

interface Unit {
  id: string;
  code: string;
  name: string;
  parentId?: string | null;
  depth: number;
  active: boolean;
}

const SHOWN = 30;
const FRESH_FOR = 60_000;

/**
 * The organisation's units wherever one is chosen: read once and searched here, because there are tens and not millions.
 * They are read again after a minute, after an import, and after a failure.
 */
@Injectable({ providedIn: 'root' })
export class UnitChoices {
  private readonly outdated = new Subject<void>();
  private readonly units$ = inject(HttpClient)
    .get<Unit[]>('/api/v1/units')
    .pipe(
      share({
        connector: () => new ReplaySubject(1),
        resetOnError: true,
        resetOnComplete: () => merge(timer(FRESH_FOR), this.outdated).pipe(take(1)),
        resetOnRefCountZero: false,
      }),
    );

  /** For `ui-lookup` and filters of kind `lookup`. */
  readonly find = (text: string): Observable<readonly LookupOption[]> =>
    this.units$.pipe(
      map((units) => {
        const words = text.toLowerCase().split(/\s+/).filter(Boolean);
        return units
          .filter((unit) => unit.active)
          .filter((unit) => words.every((word) => `${unit.name} ${unit.code}`.toLowerCase().includes(word)))
          .slice(0, SHOWN)
          .map((unit) => ({ value: unit.id, text: unit.name, detail: parentOf(unit, units) ?? unit.code }));
      }),
    );

  readonly describe = (id: string): Observable<string> =>
    this.units$.pipe(
      map((units) => units.find((unit) => unit.id === id)?.name ?? '–'),
      catchError(() => of('–')),
    );

  /** An import has changed the tree. */
  forget(): void {
    this.outdated.next();
  }
}

/** Many units carry the same name: the one above tells them apart. */
function parentOf(unit: Unit, units: readonly Unit[]): string | undefined {
  const parent = units.find((other) => other.id === unit.parentId);
  return parent && parent.depth > 0 ? parent.name : undefined;
}
