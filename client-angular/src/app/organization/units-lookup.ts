import { Injectable, inject } from '@angular/core';
import { UnitListItem, UnitsClient } from '@api';
import { Option } from '@ui';
import { Observable, map, shareReplay } from 'rxjs';

const SHOWN = 30;

/** The tree for fields that ask for a unit: found by name or code, shown with the unit above it. */
@Injectable({ providedIn: 'root' })
export class UnitsLookup {
  private readonly api = inject(UnitsClient);
  private readonly all = this.api.listUnits().pipe(shareReplay({ bufferSize: 1, refCount: false }));

  find(text: string): Observable<readonly Option[]> {
    const wanted = text.trim().toLowerCase();
    return this.all.pipe(
      map((units) =>
        units
          .filter((unit) => `${unit.name} ${unit.code}`.toLowerCase().includes(wanted))
          .slice(0, SHOWN)
          .map((unit) => ({ value: unit.id, text: withParent(unit, units) })),
      ),
    );
  }

  nameOf(id: string): Observable<string> {
    return this.all.pipe(map((units) => units.find((unit) => unit.id === id)?.name ?? id));
  }
}

function withParent(unit: UnitListItem, units: readonly UnitListItem[]): string {
  const parent = units.find((other) => other.id === unit.parentId);
  return parent && parent.depth > 0 ? `${unit.name} · ${parent.name}` : unit.name;
}
