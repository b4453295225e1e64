import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { RouterLink } from '@angular/router';
import { DemoClient, DemoMailRow } from '@api';
import { FORMAT_PIPES } from '@core/format.pipes';
import { Formats } from '@core/formats';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiListPage, UiPageHeader, listState } from '@ui';
import { interval } from 'rxjs';

/** The demo sends no mail: it keeps it here, so that invitations and links can be tried. */
@Component({
  selector: 'app-demo-mail',
  imports: [RouterLink, TranslocoPipe, UiListPage, UiPageHeader, ...FORMAT_PIPES],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ui-page-header [title]="'identity.mail.title' | transloco" [subtitle]="'identity.mail.text' | transloco" />
    @if (opened(); as mail) {
      <article class="card" aria-live="polite">
        <h2>{{ mail.subject }}</h2>
        <p class="small muted">{{ mail.toName }} &lt;{{ mail.toAddress }}&gt; · {{ mail.sentAt | dayTime }}</p>
        <pre>{{ mail.text }}</pre>
        @if (mail.link; as link) {
          <a [routerLink]="pathOf(link)" [queryParams]="queryOf(link)">{{ 'identity.mail.open' | transloco }}</a>
        }
        @if (mail.calendar; as calendar) {
          <details>
            <summary>{{ 'identity.mail.calendar' | transloco }}</summary>
            <pre>{{ calendar }}</pre>
          </details>
        }
      </article>
    }
    <ui-list-page
      [list]="list"
      [emptyTitle]="'identity.mail.empty' | transloco"
      [emptyText]="'identity.mail.emptyText' | transloco"
      [opens]="true"
      (opened)="opened.set($event)"
    />
  `,
  styles: `
    article {
      margin-bottom: var(--space-5);
    }
    pre {
      font: inherit;
      white-space: pre-wrap;
      overflow-wrap: anywhere;
    }
  `,
})
export class DemoMail {
  private readonly api = inject(DemoClient);
  private readonly formats = inject(Formats);
  protected readonly opened = signal<DemoMailRow | undefined>(undefined);

  protected readonly list = listState<DemoMailRow>({
    name: 'demo-mail',
    id: (row) => row.id,
    columns: [
      { key: 'subject', label: 'identity.mail.subject', main: true, value: (row) => row.subject },
      { key: 'to', label: 'identity.mail.to', value: (row) => `${row.toName} <${row.toAddress}>` },
      {
        key: 'at',
        label: 'identity.mail.at',
        nowrap: true,
        value: (row) => this.formats.dateTime(row.sentAt, 'medium'),
      },
    ],
    filters: [{ key: 'address', label: 'identity.mail.address', kind: 'search' }],
    load: ({ page, size, filters }) => this.api.listDemoMails(filters['address'], page, size),
  });

  constructor() {
    // Mail leaves a moment after the act that caused it.
    interval(5_000)
      .pipe(takeUntilDestroyed())
      .subscribe(() => {
        this.list.reload();
      });
  }

  protected pathOf(link: string): string {
    return new URL(link, location.origin).pathname;
  }

  protected queryOf(link: string): Record<string, string> {
    return Object.fromEntries(new URL(link, location.origin).searchParams);
  }
}
