import { Injectable, inject } from '@angular/core';
import { NewReferenceItem, ReferenceDataClient, ReferenceInput, ReferenceItemDetail, ReferenceKind } from '@api';
import { act, loaded } from '@core/load';
import { catchError, firstValueFrom, of } from 'rxjs';

@Injectable()
export class ReferenceItemStore {
  private readonly api = inject(ReferenceDataClient);

  readonly table = loaded((kind: ReferenceKind) => this.api.listReferenceData(kind));
  readonly detail = loaded((id: string) => this.api.getReferenceItem(id));
  readonly documents = loaded(() => this.api.listReferenceData('documentKinds'));

  readonly add = act((body: NewReferenceItem) => this.api.addReferenceItem(body), {
    done: 'organization.reference.added',
    problems: 'page',
  });
  readonly update = act(
    (id: string, revision: number, body: ReferenceInput) => this.api.updateReferenceData(id, body, `"${revision}"`),
    { done: 'organization.reference.saved', problems: 'page' },
  );
  /** As it is at this moment, without showing it: to compare with what somebody is typing. */
  latest(id: string): Promise<ReferenceItemDetail | undefined> {
    return firstValueFrom(this.api.getReferenceItem(id).pipe(catchError(() => of(undefined))));
  }

  readonly retire = act(
    (id: string, revision: number, lastDay: string, reason: string) =>
      this.api.retireReferenceItem(id, { lastDay, reason }, `"${revision}"`),
    { done: 'organization.reference.retired' },
  );
}
