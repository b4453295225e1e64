import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { AccountStatus, Role, UserRow, UsersClient } from '@api';
import { Formats } from '@core/formats';
import { RoleNamePipe, RoleNames } from '@core/role-names';
import { Session } from '@core/session';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { UiCell, UiListPage, UiState, fileAddress, listState } from '@ui';
import { AccountStatusLabel } from '../parts/account-status';
import { ROLES } from '../roles';

/** Accounts: who may sign in, with which roles. */
@Component({
  selector: 'app-users',
  imports: [MatButtonModule, RouterLink, RoleNamePipe, TranslocoPipe, AccountStatusLabel, UiCell, UiListPage, UiState],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ui-list-page
      [list]="list"
      [title]="'identity.users.title' | transloco"
      [emptyTitle]="'identity.users.empty' | transloco"
      [emptyText]="'identity.users.emptyText' | transloco"
    >
      @if (mayInvite) {
        <a uiActions matButton="filled" routerLink="/users/invite">{{ 'identity.users.invite' | transloco }}</a>
      }
      <ng-template uiCell="roles" let-row>
        <span>
          @for (held of row.roles; track held.id; let last = $last) {
            {{ held.role | roleName }}
            @if (held.unitName) {
              <span class="muted">({{ held.unitName }})</span>
            }
            @if (!last) {
              ·
            }
          }
        </span>
      </ng-template>
      <ng-template uiCell="status" let-row>
        <app-account-status [status]="row.status" />
        @if (row.locked) {
          <ui-state tone="warn">{{ 'identity.users.locked' | transloco }}</ui-state>
        }
      </ng-template>
    </ui-list-page>
  `,
})
export class Users {
  private readonly api = inject(UsersClient);
  private readonly roleNames = inject(RoleNames);
  private readonly formats = inject(Formats);
  private readonly transloco = inject(TranslocoService);
  protected readonly mayInvite = inject(Session).can('usersManage');

  protected readonly list = listState<UserRow>({
    name: 'users',
    id: (row) => row.id,
    link: (row) => ['/users', row.id],
    sort: 'name',
    columns: [
      { key: 'name', label: 'identity.users.name', sort: 'name', main: true, value: (row) => row.name },
      { key: 'email', label: 'identity.users.email', sort: 'email', value: (row) => row.email },
      { key: 'roles', label: 'identity.users.roles' },
      { key: 'status', label: 'identity.users.status' },
      {
        key: 'twoFactor',
        label: 'identity.users.twoFactor',
        hidden: true,
        value: (row) => this.transloco.translate(row.twoFactorEnabled ? 'identity.yes' : 'identity.no'),
      },
      {
        key: 'last',
        label: 'identity.users.lastSignIn',
        value: (row) => this.formats.relative(row.lastSignedInAt) || '–',
      },
    ],
    filters: [
      { key: 'q', label: 'identity.users.search', kind: 'search' },
      {
        key: 'role',
        label: 'identity.users.role',
        kind: 'choice',
        options: computed(() => ROLES.map((role) => ({ value: role, text: this.roleNames.of(role) }))),
      },
      {
        key: 'status',
        label: 'identity.users.status',
        kind: 'choice',
        options: ['invited', 'active', 'disabled'].map((value) => ({ value, label: `identity.status.${value}` })),
      },
    ],
    export: (format, query) => fileAddress('/api/v1/users/export', format, query),
    load: ({ page, size, sort, filters }) =>
      this.api.listUsers(
        filters['q'],
        filters['role'] as Role | undefined,
        undefined,
        filters['status'] as AccountStatus | undefined,
        sort,
        page,
        size,
      ),
  });
}
