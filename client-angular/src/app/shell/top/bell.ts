import { ChangeDetectionStrategy, Component, DestroyRef, inject, viewChild } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router, RouterLink } from '@angular/router';
import { NotificationList, NotificationRow, NotificationsClient } from '@api';
import { RelativePipe } from '@core/format.pipes';
import { act, loaded } from '@core/load';
import { LocalTextPipe } from '@core/local-text.pipe';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiIcon, UiPopover } from '@ui';
import { filter, fromEvent, merge, throttleTime } from 'rxjs';

const SHOWN = 8;
const AGAIN_AFTER = 60_000;

/** What I was told lately. Looks again when I move or come back to the window, at most once a minute. */
@Component({
  selector: 'app-bell',
  imports: [RouterLink, TranslocoPipe, RelativePipe, LocalTextPipe, UiIcon, UiPopover],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @let list = told.value();
    <ui-popover [bare]="true" icon="bell" [name]="'shell.bell.name' | transloco: { count: list?.unread ?? 0 }">
      @if (list && list.unread > 0) {
        <span uiTrigger class="badge" aria-hidden="true">{{ list.unread > 99 ? '99+' : list.unread }}</span>
      }
      <h2>{{ 'shell.bell.title' | transloco }}</h2>
      @if (list && list.items.length > 0) {
        <ul class="entries">
          @for (item of list.items; track item.id) {
            <li [class.unread]="!item.read">
              <a class="entry" [routerLink]="item.link" (click)="open(item)">
                <strong>{{ item.text | localText }}</strong>
                @if (!item.read) {
                  <span class="visually-hidden">{{ 'shell.bell.unread' | transloco }}</span>
                }
                <div class="small muted">{{ item.createdAt | relative }}</div>
              </a>
            </li>
          }
        </ul>
        @if (list.unread > 0) {
          <button type="button" class="item" (click)="read.run([])">
            <ui-icon name="check" [size]="18" /> {{ 'shell.bell.readAll' | transloco }}
          </button>
        }
      } @else {
        <p class="empty muted small">{{ 'shell.bell.empty' | transloco }}</p>
      }
      <a class="foot" routerLink="/notifications" (click)="close()">{{ 'shell.bell.all' | transloco }}</a>
    </ui-popover>
  `,
  styleUrl: './menus.scss',
})
export class Bell {
  private readonly api = inject(NotificationsClient);
  private readonly panel = viewChild.required(UiPopover);

  protected readonly told = loaded<NotificationList>(() => this.api.listNotifications(false, 1, SHOWN));
  protected readonly read = act(
    (ids: string[]) => this.api.markNotificationsRead({ ids: ids.length > 0 ? ids : null }),
    {
      then: () => {
        this.told.reload();
      },
    },
  );

  constructor() {
    this.told.load();
    merge(inject(Router).events.pipe(filter((event) => event instanceof NavigationEnd)), fromEvent(window, 'focus'))
      .pipe(throttleTime(AGAIN_AFTER), takeUntilDestroyed(inject(DestroyRef)))
      .subscribe(() => {
        this.told.reload();
      });
  }

  protected open(item: NotificationRow): void {
    this.close();
    if (!item.read) void this.read.run([item.id]);
  }

  protected close(): void {
    this.panel().close();
  }
}
