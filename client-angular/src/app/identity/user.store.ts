import { Injectable, inject } from '@angular/core';
import { Role, UserView, UsersClient } from '@api';
import { act, loaded } from '@core/load';
import { catchError, firstValueFrom, of } from 'rxjs';

/** One account and what an administrator does with it; after each act it is read again. */
@Injectable()
export class UserStore {
  private readonly api = inject(UsersClient);
  private readonly again = () => {
    this.user.reload();
  };

  readonly user = loaded((id: string) => this.api.getUser(id));
  readonly giveRole = act(
    (id: string, role: Role, unitId: string | null) => this.api.assignRole(id, { role, unitId }),
    {
      done: 'identity.user.roleGiven',
      problems: 'page',
      then: this.again,
    },
  );
  readonly takeRole = act((id: string, assignment: string) => this.api.removeRole(id, assignment), {
    done: 'identity.user.roleTaken',
    then: this.again,
  });
  readonly resend = act((id: string) => this.api.resendInvitation(id), {
    done: 'identity.user.resent',
    then: this.again,
  });
  readonly changeEmail = act(
    (id: string, version: number, email: string) => this.api.changeUserEmail(id, { email }, `"${version}"`),
    {
      done: 'identity.user.emailChanged',
      problems: 'page',
      then: this.again,
    },
  );
  /** As it is at this moment, without showing it: to compare with what somebody is typing. */
  latest(id: string): Promise<UserView | undefined> {
    return firstValueFrom(this.api.getUser(id).pipe(catchError(() => of(undefined))));
  }
  readonly resetTwoFactor = act((id: string, reason: string) => this.api.resetTwoFactor(id, { reason }), {
    done: 'identity.user.twoFactorReset',
    then: this.again,
  });
  readonly unlock = act((id: string) => this.api.unlockUser(id), {
    done: 'identity.user.unlocked',
    then: this.again,
  });
  readonly disable = act((id: string, reason: string) => this.api.disableUser(id, { reason }), {
    done: 'identity.user.disabled',
    then: this.again,
  });
  readonly enable = act((id: string) => this.api.enableUser(id), { done: 'identity.user.enabled', then: this.again });
}
