import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Device } from '@core/device';
import { act } from '@core/load';
import { Session } from '@core/session';
import { Theme, ThemeSwitch } from '@core/theme';
import { RoleNamePipe } from '@core/role-names';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { Confirm, IconName, UiIcon, UiPopover } from '@ui';

/** Who I am here, how the page looks, my account, and the way out. */
@Component({
  selector: 'app-me-menu',
  imports: [RouterLink, RoleNamePipe, TranslocoPipe, UiIcon, UiPopover],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @let me = session.user();
    <ui-popover #panel [bare]="true" [name]="'shell.me.name' | transloco: { name: me?.name }">
      <span uiTrigger class="initials" aria-hidden="true">{{ initials() }}</span>
      <div class="who">
        <strong>{{ me?.name }}</strong>
        <span class="small muted">{{ me?.email }}</span>
        <ul class="small muted">
          @for (held of me?.heldRoles; track held.role + held.unitId) {
            <li>
              {{ held.role | roleName }}
              @if (held.unitName) {
                – {{ held.unitName }}
              }
            </li>
          }
        </ul>
      </div>
      <a class="item" routerLink="/profile" (click)="panel.close()">
        <ui-icon name="user" [size]="18" /> {{ 'shell.me.profile' | transloco }}
      </a>
      <div class="themes" role="group" [attr.aria-label]="'shell.me.theme' | transloco">
        @for (choice of themes; track choice.theme) {
          <button
            type="button"
            [attr.aria-pressed]="theme.current() === choice.theme"
            (click)="theme.choose(choice.theme)"
          >
            <ui-icon [name]="choice.icon" [size]="16" /> {{ 'shell.me.' + choice.theme | transloco }}
          </button>
        }
      </div>
      <button type="button" class="item" (click)="panel.close(); signOut()">
        <ui-icon name="sign-out" [size]="18" /> {{ 'shell.me.signOut' | transloco }}
      </button>
    </ui-popover>
  `,
  styleUrl: './menus.scss',
})
export class MeMenu {
  protected readonly session = inject(Session);
  protected readonly theme = inject(ThemeSwitch);
  private readonly device = inject(Device);
  private readonly confirm = inject(Confirm);
  private readonly transloco = inject(TranslocoService);
  private readonly leaving = act(() => this.session.signOut());

  protected readonly themes: readonly { theme: Theme; icon: IconName }[] = [
    { theme: 'auto', icon: 'monitor' },
    { theme: 'light', icon: 'sun' },
    { theme: 'dark', icon: 'moon' },
  ];
  protected readonly initials = computed(() =>
    (this.session.user()?.name ?? '')
      // "Dr. Sri Wahyuni, M.Si." is SW: titles are no names.
      .replace(/,.*$/, '')
      .split(/\s+/)
      .filter((word) => word && !word.endsWith('.'))
      .slice(0, 2)
      .map((word) => word.charAt(0).toUpperCase())
      .join(''),
  );

  protected async signOut(): Promise<void> {
    const count = this.device.drafts(this.session.user()?.id ?? '').length;
    if (count > 0) {
      const text = (key: string) => this.transloco.translate(`shell.leaving.${key}`, { count });
      const ask = { title: text('title'), text: text('text'), action: text('action'), destructive: true };
      if (!(await this.confirm.ask(ask))) return;
    }
    await this.leaving.run();
  }
}
