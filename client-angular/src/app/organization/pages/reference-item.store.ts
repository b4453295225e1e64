import { Injectable, inject } from '@angular/core';
import { NewReferenceItem, ReferenceDataClient, ReferenceInput, ReferenceKind } from '@api';
import { act, loaded } from '@core/load';

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
  readonly retire = act(
    (id: string, revision: number, lastDay: string, reason: string) =>
      this.api.retireReferenceItem(id, { lastDay, reason }, `"${revision}"`),
    { done: 'organization.reference.retired' },
  );
}
