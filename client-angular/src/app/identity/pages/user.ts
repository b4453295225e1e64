import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatMenuModule } from '@angular/material/menu';
import { RouterLink } from '@angular/router';
import { AssignedRoleView, UserView } from '@api';
import { FORMAT_PIPES } from '@core/format.pipes';
import { RoleNamePipe, RoleNames } from '@core/role-names';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { Confirm, Tab, UiDetailPage, UiFact, UiFacts, UiIcon, UiPageHeader, UiProblem, UiTabs, UiWaiting } from '@ui';
import { ObjectHistory } from '../../shell/history/object-history';
import { AccountStatusLabel } from '../parts/account-status';
import { ChangeEmail } from '../parts/change-email';
import { GiveRole } from '../parts/give-role';
import { UserStore } from '../user.store';

/** One account: its state, the roles it holds and where each comes from, its history. */
@Component({
  selector: 'app-user',
  imports: [
    MatButtonModule,
    MatMenuModule,
    RouterLink,
    RoleNamePipe,
    TranslocoPipe,
    AccountStatusLabel,
    ChangeEmail,
    GiveRole,
    ObjectHistory,
    UiDetailPage,
    UiFact,
    UiFacts,
    UiIcon,
    UiPageHeader,
    UiProblem,
    UiTabs,
    UiWaiting,
    ...FORMAT_PIPES,
  ],
  providers: [UserStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './user.html',
})
export class UserPage {
  readonly id = input.required<string>();
  protected readonly store = inject(UserStore);
  private readonly confirm = inject(Confirm);
  private readonly transloco = inject(TranslocoService);
  private readonly roleNames = inject(RoleNames);

  protected readonly tabs: readonly Tab[] = [
    { key: 'roles', label: 'identity.user.rolesTab' },
    { key: 'history', label: 'identity.user.historyTab' },
  ];
  /** What follows from HR data or a delegation; given roles are listed with their own buttons. */
  protected readonly derived = computed(() =>
    (this.store.user.value()?.held ?? []).filter((held) => held.source !== 'assigned'),
  );

  constructor() {
    effect(() => {
      this.store.user.load(this.id());
    });
  }

  protected async takeAway(user: UserView, given: AssignedRoleView): Promise<void> {
    const role = this.roleNames.of(given.role);
    const answer = await this.confirm.ask({
      title: this.transloco.translate('identity.user.takeTitle', { role }),
      text: this.transloco.translate('identity.user.takeText', { name: user.name, role }),
      action: this.transloco.translate('identity.user.take'),
      destructive: true,
    });
    if (answer) await this.store.takeRole.run(user.id, given.id);
  }

  protected async resetTwoFactor(user: UserView): Promise<void> {
    const answer = await this.confirm.ask({
      title: this.transloco.translate('identity.user.resetTitle', { name: user.name }),
      text: this.transloco.translate('identity.user.resetText'),
      action: this.transloco.translate('identity.user.resetTwoFactor'),
      reason: 'required',
      reasonMaximum: 500,
      destructive: true,
    });
    if (answer) await this.store.resetTwoFactor.run(user.id, answer.reason);
  }

  protected async disable(user: UserView): Promise<void> {
    const answer = await this.confirm.ask({
      title: this.transloco.translate('identity.user.disableTitle', { name: user.name }),
      text: this.transloco.translate('identity.user.disableText'),
      action: this.transloco.translate('identity.user.disable'),
      reason: 'required',
      destructive: true,
    });
    if (answer) await this.store.disable.run(user.id, answer.reason);
  }
}
