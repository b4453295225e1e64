import { HttpClient } from '@angular/common/http';
import { Injectable, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import type { LookupOption, Option } from '@ui';
import { Observable, catchError, map, of, shareReplay } from 'rxjs';

interface Unit {
  id: string;
  code: string;
  name: string;
  depth: number;
  active: boolean;
}

/** The organisation's units wherever one is chosen: read once, searched here, because there are tens and not millions. */
@Injectable({ providedIn: 'root' })
export class UnitChoices {
  private readonly units$ = inject(HttpClient)
    .get<Unit[]>('/api/v1/units')
    .pipe(
      map((units) => units.filter((unit) => unit.active)),
      catchError(() => of([] as Unit[])),
      shareReplay(1),
    );
  private readonly units = toSignal(this.units$, { initialValue: [] as Unit[] });

  /** For a filter of a list. */
  readonly options = computed<readonly Option[]>(() => this.units().map(({ id, name }) => ({ value: id, text: name })));

  /** For `ui-lookup` and filters of kind `lookup`. */
  readonly find = (text: string): Observable<readonly LookupOption[]> =>
    this.units$.pipe(
      map((units) => {
        const words = text.toLowerCase().split(/\s+/).filter(Boolean);
        return units
          .filter((unit) => words.every((word) => `${unit.name} ${unit.code}`.toLowerCase().includes(word)))
          .slice(0, 30)
          .map((unit) => ({ value: unit.id, text: unit.name, detail: unit.code }));
      }),
    );

  readonly describe = (id: string): Observable<string> =>
    this.units$.pipe(map((units) => units.find((unit) => unit.id === id)?.name ?? ''));
}
