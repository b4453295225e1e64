import { Injectable, inject } from '@angular/core';
import { ApiClientsClient } from '@api';
import { act, loaded } from '@core/load';

/** The API clients and what an administrator does with them. */
@Injectable()
export class ApiClientsStore {
  private readonly api = inject(ApiClientsClient);
  private readonly again = () => {
    this.clients.reload();
  };

  readonly clients = loaded((closedToo: boolean) => this.api.listApiClients(closedToo));
  readonly scopes = loaded(() => this.api.listApiScopes());
  readonly create = act((name: string, scopes: string[]) => this.api.createApiClient({ name, scopes }), {
    done: 'identity.apiClients.created',
    problems: 'page',
    then: this.again,
  });
  readonly rotate = act((id: string) => this.api.rotateApiClientSecret(id, { overlapHours: null }), {
    then: this.again,
  });
  readonly disable = act((id: string, reason: string) => this.api.disableApiClient(id, { reason }), {
    done: 'identity.apiClients.closed',
    then: this.again,
  });
}
