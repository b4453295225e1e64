import { Injectable, inject } from '@angular/core';
import { InstitutionClient, InstitutionUpdate, InstitutionView } from '@api';
import { act, loaded } from '@core/load';
import { Session } from '@core/session';
import { catchError, firstValueFrom, of } from 'rxjs';

@Injectable()
export class InstitutionStore {
  private readonly api = inject(InstitutionClient);
  private readonly session = inject(Session);

  readonly institution = loaded(() => this.api.getInstitution());
  readonly history = loaded(() => this.api.getInstitutionHistory());

  readonly update = act(
    (version: number, change: InstitutionUpdate) => this.api.updateInstitution(change, `"${version}"`),
    { done: 'organization.institution.saved', problems: 'page', then: () => this.changed() },
  );

  readonly uploadLogo = act(
    (version: number, file: File) =>
      this.api.uploadInstitutionLogo(`"${version}"`, { data: file, fileName: file.name }),
    { done: 'organization.institution.logoSaved', then: () => this.changed() },
  );

  readonly cancel = act((number: number, version: number) => this.api.cancelInstitutionChange(number, `"${version}"`), {
    done: 'organization.institution.planCancelled',
    then: () => this.changed(),
  });

  /** As it is at this moment, without showing it: to compare with what somebody is typing. */
  latest(): Promise<InstitutionView | undefined> {
    return firstValueFrom(this.api.getInstitution().pipe(catchError(() => of(undefined))));
  }

  /** Name and logo stand in the page's own frame too. */
  private changed(): void {
    this.institution.reload();
    this.session.refresh().subscribe();
  }
}
