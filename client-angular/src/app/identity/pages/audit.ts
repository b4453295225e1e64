import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { AuditClient, AuditRow } from '@api';
import { Formats } from '@core/formats';
import { TranslocoPipe } from '@jsverse/transloco';
import { ListQuery, UiCell, UiListPage, listState } from '@ui';
import { of } from 'rxjs';
import { AuditChanges } from '../../shell/history/audit-changes';
import { AuditWords } from '../../shell/history/audit-words';

/** The audit trail: who did what, when, to what, from where and why. */
@Component({
  selector: 'app-audit',
  imports: [TranslocoPipe, AuditChanges, UiCell, UiListPage],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ui-list-page
      [list]="list"
      [title]="'identity.audit.title' | transloco"
      [intro]="'identity.audit.text' | transloco"
      [emptyTitle]="'identity.audit.empty' | transloco"
    >
      <ng-template uiCell="at" let-row>{{ formats.dateTime(row.at, 'medium') }}</ng-template>
      <ng-template uiCell="what" let-row>
        <strong>{{ words.action(row.action) }}</strong>
        @if (row.reason) {
          <div>“{{ row.reason }}”</div>
        }
        <app-audit-changes [details]="row.details" [names]="row.names" />
      </ng-template>
    </ui-list-page>
  `,
})
export class Audit {
  private readonly api = inject(AuditClient);
  protected readonly formats = inject(Formats);
  protected readonly words = inject(AuditWords);

  protected readonly list = listState<AuditRow>({
    name: 'audit',
    id: (row) => row.id,
    size: 50,
    columns: [
      { key: 'at', label: 'identity.audit.at', nowrap: true },
      { key: 'who', label: 'identity.audit.who', value: (row) => row.userName || '–' },
      { key: 'what', label: 'identity.audit.what' },
      {
        key: 'subject',
        label: 'identity.audit.subject',
        value: (row) => [this.words.subject(row.subjectType), row.subjectName].filter(Boolean).join(': '),
      },
      { key: 'from', label: 'identity.audit.from', hidden: true, value: (row) => row.remoteAddress },
    ],
    filters: [
      { key: 'q', label: 'identity.audit.search', kind: 'search' },
      { key: 'who', label: 'identity.audit.who', kind: 'lookup', find: (text) => this.asTyped(text) },
      { key: 'action', label: 'identity.audit.what', kind: 'lookup', find: (text) => of(this.words.actionsLike(text)) },
      { key: 'since', label: 'identity.audit.since', kind: 'date' },
      { key: 'until', label: 'identity.audit.until', kind: 'date' },
    ],
    load: (query) => {
      const { q, who, action, since, until } = this.asked(query);
      return this.api.listAuditEntries(who, action, undefined, undefined, q, since, until, query.page, query.size);
    },
    export: (format, query) => {
      const params = new URLSearchParams({ format });
      const { q, who, action, since, until } = this.asked(query);
      for (const [key, value] of Object.entries({ q, who, action, from: since, until })) {
        if (value) params.set(key, value);
      }
      return `/api/v1/audit/export?${params.toString()}`;
    },
  });

  /** Days of the page are days of the institution; the API takes instants, the last day is included. */
  private asked({ filters }: ListQuery) {
    return {
      q: filters['q'],
      who: filters['who'],
      action: filters['action'],
      since: filters['since'] && this.formats.startOfDay(filters['since']),
      until: filters['until'] && this.formats.startOfDay(filters['until'], 1),
    };
  }

  private asTyped(text: string) {
    return of(text.trim() ? [{ value: text.trim(), text: text.trim() }] : []);
  }
}
