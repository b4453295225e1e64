import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { NotificationsClient, WaitingItemList } from '@api';
import { FORMAT_PIPES } from '@core/format.pipes';
import { loaded } from '@core/load';
import { LocalTextPipe } from '@core/local-text.pipe';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiEmpty, UiIcon, UiProblem, UiState, UiWaiting } from '@ui';

/** "Menunggu Anda": each line opens at the place where one acts. */
@Component({
  selector: 'app-waiting-list',
  imports: [RouterLink, TranslocoPipe, LocalTextPipe, UiEmpty, UiIcon, UiProblem, UiState, UiWaiting, ...FORMAT_PIPES],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <section class="card" [attr.aria-busy]="waiting.loading()">
      <h2>
        {{ 'shell.home.waiting' | transloco }}
        @if (waiting.value(); as list) {
          <span class="muted">{{ list.total | count }}</span>
        }
      </h2>
      @if (waiting.problem(); as problem) {
        <ui-problem [problem]="problem" (retry)="waiting.reload()" />
      } @else if (waiting.value(); as list) {
        <ul>
          @for (item of list.items; track item.code + item.link) {
            <li>
              <a [routerLink]="pathOf(item.link)" [queryParams]="queryOf(item.link)">
                <span class="words">
                  <strong>{{ item.text | localText }}</strong>
                  <span class="small muted">{{ item.since | relative }}</span>
                </span>
                @if (item.dueAt; as due) {
                  <ui-state [tone]="isLate(due) ? 'bad' : 'warn'">
                    {{ (isLate(due) ? 'shell.home.late' : 'shell.home.due') | transloco: { due: (due | relative) } }}
                  </ui-state>
                }
                @if (item.count > 1) {
                  <span class="muted">{{ item.count | count }}</span>
                }
                <ui-icon name="chevron-right" [size]="18" />
              </a>
            </li>
          } @empty {
            <li class="none">
              <ui-empty
                icon="check"
                [title]="'shell.home.nothingWaits' | transloco"
                [text]="'shell.home.nothingWaitsHelp' | transloco"
              />
            </li>
          }
        </ul>
      } @else {
        <ui-waiting />
      }
    </section>
  `,
  styles: `
    .card {
      padding: var(--space-4) var(--space-5);
    }
    h2 {
      margin-bottom: var(--space-3);
    }
    h2 .muted {
      margin-inline-start: 4px;
      font-weight: 500;
    }
    ul {
      margin: 0 calc(-1 * var(--space-3));
      padding: 0;
      list-style: none;
    }
    a {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--space-2) var(--space-3);
      min-height: 56px;
      padding: var(--space-2) var(--space-3);
      border-radius: var(--radius);
      color: inherit;
      text-decoration: none;
    }
    a:hover {
      background: var(--mat-sys-surface-container);
    }
    .words {
      display: flex;
      flex: 1 1 14rem;
      flex-direction: column;
    }
    .words strong {
      font-weight: 600;
    }
    .none ui-empty {
      padding: var(--space-5);
    }
  `,
})
export class WaitingList {
  private readonly api = inject(NotificationsClient);
  protected readonly waiting = loaded<WaitingItemList>(() => this.api.listWaitingItems());

  constructor() {
    this.waiting.load();
  }

  protected isLate(due: string): boolean {
    return new Date(due) < new Date();
  }

  protected pathOf(link: string): string {
    return link.split('?')[0] ?? '/';
  }

  protected queryOf(link: string): Record<string, string> {
    return Object.fromEntries(new URLSearchParams(link.split('?')[1] ?? ''));
  }
}
