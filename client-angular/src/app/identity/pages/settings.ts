import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session } from '@core/session';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiEmpty, UiIcon, UiPageHeader } from '@ui';
import { SETTINGS_PAGES } from '../../shell/settings-pages';

const GROUPS = ['people', 'institution', 'system'] as const;

/** Behind Pengaturan: what this person may set, in three groups. */
@Component({
  selector: 'app-settings',
  imports: [RouterLink, TranslocoPipe, UiEmpty, UiIcon, UiPageHeader],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ui-page-header [title]="'shell.settings.title' | transloco" [subtitle]="'shell.settings.text' | transloco" />
    @for (group of groups(); track group.key) {
      <section [attr.aria-labelledby]="'group-' + group.key">
        <h2 [id]="'group-' + group.key">{{ 'shell.settings.groups.' + group.key | transloco }}</h2>
        <ul>
          @for (page of group.pages; track page.key) {
            <li>
              <a [routerLink]="page.link">
                <ui-icon [name]="page.icon" [size]="22" />
                <span>
                  <strong>{{ 'shell.settings.' + page.key + '.title' | transloco }}</strong>
                  <span class="small muted">{{ 'shell.settings.' + page.key + '.text' | transloco }}</span>
                </span>
              </a>
            </li>
          }
        </ul>
      </section>
    } @empty {
      <ui-empty icon="lock" [title]="'shell.noAccess.title' | transloco" [text]="'shell.noAccess.text' | transloco" />
    }
  `,
  styles: `
    section {
      margin-bottom: var(--space-6);
    }
    h2 {
      margin-bottom: var(--space-3);
    }
    ul {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(19rem, 100%), 1fr));
      gap: var(--space-3);
      margin: 0;
      padding: 0;
      list-style: none;
    }
    a {
      display: flex;
      gap: var(--space-3);
      height: 100%;
      padding: var(--space-4);
      border: var(--line);
      border-radius: var(--radius);
      color: inherit;
      text-decoration: none;
    }
    a:hover {
      border-color: var(--mat-sys-primary);
      background: var(--mat-sys-surface-container-low);
    }
    a span {
      display: flex;
      flex-direction: column;
    }
    strong {
      font-weight: 600;
    }
  `,
})
export class Settings {
  private readonly session = inject(Session);
  protected readonly groups = computed(() =>
    GROUPS.map((key) => ({
      key,
      pages: SETTINGS_PAGES.filter((page) => page.group === key && this.session.can(...page.permissions)),
    })).filter((group) => group.pages.length > 0),
  );
}
