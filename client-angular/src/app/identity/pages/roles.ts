import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { UsersClient } from '@api';
import { loaded } from '@core/load';
import { RoleNamePipe } from '@core/role-names';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiPageHeader, UiProblem, UiWaiting } from '@ui';

/** The table of who may do what, as the server applies it. */
@Component({
  selector: 'app-roles',
  imports: [RouterLink, RoleNamePipe, TranslocoPipe, UiPageHeader, UiProblem, UiWaiting],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ui-page-header [title]="'identity.roles.title' | transloco" [subtitle]="'identity.roles.text' | transloco" />
    @if (roles.problem(); as problem) {
      <ui-problem [problem]="problem" (retry)="roles.reload()" />
    } @else if (roles.value(); as list) {
      @for (row of list; track row.role) {
        <section class="card">
          <h2>
            {{ row.role | roleName }}
          </h2>
          <p class="small muted">
            {{ 'identity.reach.' + row.reach | transloco }}
            @if (!row.assignable) {
              {{ 'identity.roles.derived' | transloco }}
            }
          </p>
          <div class="row">
            @for (permission of row.permissions; track permission) {
              <span class="chip">{{ 'identity.permission.' + permission | transloco }}</span>
            } @empty {
              <span class="muted small">{{ 'identity.roles.none' | transloco }}</span>
            }
          </div>
          @if (row.assignable) {
            <p class="small holders">
              <a routerLink="/users" [queryParams]="{ role: row.role }">{{ 'identity.roles.holders' | transloco }}</a>
            </p>
          }
        </section>
      }
    } @else {
      <ui-waiting [lines]="10" />
    }
  `,
  styles: `
    section {
      margin-bottom: var(--space-3);
      padding: var(--space-4) var(--space-5);
    }
    .chip {
      padding: 2px 10px;
      border-radius: 6px;
      background: var(--mat-sys-surface-container);
      font-size: var(--text-small);
    }
    .holders {
      margin: var(--space-3) 0 0;
    }
  `,
})
export class Roles {
  private readonly api = inject(UsersClient);
  protected readonly roles = loaded(() => this.api.listRoles());

  constructor() {
    this.roles.load();
  }
}
