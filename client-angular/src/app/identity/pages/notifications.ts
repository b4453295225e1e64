import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { NotificationRow, NotificationsClient } from '@api';
import { Formats } from '@core/formats';
import { act } from '@core/load';
import { LocalTextPipe } from '@core/local-text.pipe';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiCell, UiListPage, UiState, listState } from '@ui';

/** Everything I was told. */
@Component({
  selector: 'app-notifications',
  imports: [MatButtonModule, RouterLink, TranslocoPipe, LocalTextPipe, UiCell, UiListPage, UiState],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ui-list-page
      [list]="list"
      [title]="'identity.notifications.title' | transloco"
      [emptyTitle]="'identity.notifications.empty' | transloco"
      [emptyText]="'identity.notifications.emptyText' | transloco"
    >
      <button uiActions matButton type="button" [disabled]="read.running()" (click)="read.run(null)">
        {{ 'shell.bell.readAll' | transloco }}
      </button>
      <ng-template uiCell="text" let-row>
        <a [routerLink]="row.link" (click)="open(row)">{{ row.text | localText }}</a>
      </ng-template>
      <ng-template uiCell="state" let-row>
        @if (row.read) {
          <ui-state tone="draft">{{ 'identity.notifications.read' | transloco }}</ui-state>
        } @else {
          <ui-state tone="info">{{ 'identity.notifications.unread' | transloco }}</ui-state>
        }
      </ng-template>
    </ui-list-page>
  `,
})
export class Notifications {
  private readonly api = inject(NotificationsClient);
  private readonly formats = inject(Formats);

  protected readonly list = listState<NotificationRow>({
    name: 'notifications',
    id: (row) => row.id,
    columns: [
      { key: 'text', label: 'identity.notifications.text', main: true },
      {
        key: 'at',
        label: 'identity.notifications.at',
        value: (row) => this.formats.dateTime(row.createdAt, 'medium'),
        nowrap: true,
      },
      { key: 'state', label: 'identity.notifications.state', width: '10rem' },
    ],
    filters: [{ key: 'unread', label: 'identity.notifications.unreadOnly', kind: 'yes' }],
    load: ({ page, size, filters }) => this.api.listNotifications(!!filters['unread'], page, size),
  });
  protected readonly read = act((ids: string[] | null) => this.api.markNotificationsRead({ ids }), {
    then: () => {
      this.list.reload();
    },
  });

  protected open(row: NotificationRow): void {
    if (!row.read) void this.read.run([row.id]);
  }
}
