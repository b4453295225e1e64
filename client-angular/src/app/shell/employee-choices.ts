import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { Formats } from '@core/formats';
import type { LookupOption } from '@ui';
import { Observable, map, of } from 'rxjs';

interface EmployeeHit {
  id: string;
  name: string;
  number?: string;
  unitName?: string;
}

const FEW = 10;

/** An employee wherever one is chosen: found by part of the name or number. */
@Injectable({ providedIn: 'root' })
export class EmployeeChoices {
  private readonly http = inject(HttpClient);
  private readonly formats = inject(Formats);

  /** The number beside the name tells people of one name apart. */
  readonly option = (hit: EmployeeHit): LookupOption => ({
    value: hit.id,
    text: hit.name,
    detail: [this.formats.identityNumber(hit.number), hit.unitName].filter(Boolean).join(' · '),
  });

  readonly find = (text: string): Observable<readonly LookupOption[]> =>
    text.trim().length < 2
      ? of([])
      : this.http
          .get<{ items: EmployeeHit[] }>('/api/v1/employees', { params: { q: text.trim(), page: 1, size: FEW } })
          .pipe(map(({ items }) => items.map(this.option)));

  readonly describe = (id: string): Observable<string> =>
    this.http.get<{ name: string }>(`/api/v1/employees/${id}`).pipe(map(({ name }) => name));
}
