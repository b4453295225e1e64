import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { CertificateLine, CertificateStatus, CertificatesClient } from '@api';
import { Formats } from '@core/formats';
import { Session } from '@core/session';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiCell, UiIcon, UiListPage, UiRowActions, listState } from '@ui';
import { CertificateState } from '../parts/certificate-state';

const STATUSES: readonly CertificateStatus[] = ['issued', 'revoked', 'replaced'];

/** Certificates of the units in scope, newest first; for those without such a scope, their own. */
@Component({
  selector: 'app-certificate-list',
  imports: [MatButtonModule, RouterLink, TranslocoPipe, CertificateState, UiCell, UiIcon, UiListPage, UiRowActions],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ui-list-page
      [list]="list"
      [title]="'certificates.list.title' | transloco"
      [emptyTitle]="'certificates.list.empty' | transloco"
      [emptyText]="'certificates.list.emptyText' | transloco"
    >
      <ng-container uiActions>
        <a matButton routerLink="/verify">{{ 'certificates.list.verify' | transloco }}</a>
        @if (mayReadNumbers) {
          <a matButton routerLink="/number-patterns">{{ 'certificates.list.numbers' | transloco }}</a>
        }
      </ng-container>
      <ng-template uiCell="status" let-row><app-certificate-state [status]="row.status" /></ng-template>
      <ng-template uiRowActions let-row>
        @if (row.canDownload) {
          <a
            matIconButton
            [href]="'/api/v1/certificates/' + row.id + '/file'"
            target="_blank"
            [attr.aria-label]="'certificates.downloadOf' | transloco: { number: row.number }"
            ><ui-icon name="download"
          /></a>
        }
      </ng-template>
    </ui-list-page>
  `,
})
export class CertificateList {
  private readonly api = inject(CertificatesClient);
  private readonly formats = inject(Formats);
  private readonly session = inject(Session);
  private readonly own = !this.session.can('certificatesRead') && !this.session.can('certificatesIssue');
  protected readonly mayReadNumbers = !this.own;

  protected readonly list = listState<CertificateLine>({
    name: 'certificates',
    id: (row) => row.id,
    link: (row) => ['/certificates', row.id],
    columns: [
      { key: 'number', label: 'certificates.column.number', main: true, value: (row) => row.number },
      { key: 'holder', label: 'certificates.column.holder', value: (row) => row.holderName },
      { key: 'title', label: 'certificates.column.title', value: (row) => row.title },
      {
        key: 'issuedOn',
        label: 'certificates.column.issuedOn',
        nowrap: true,
        value: (row) => this.formats.date(row.issuedOn, 'medium'),
      },
      { key: 'jp', label: 'certificates.column.jp', align: 'end', value: (row) => this.formats.jp(row.jp) },
      { key: 'status', label: 'certificates.column.status' },
    ],
    filters: [
      { key: 'q', label: 'certificates.filter.q', kind: 'search' },
      {
        key: 'status',
        label: 'certificates.column.status',
        kind: 'choice',
        options: STATUSES.map((status) => ({ value: status, label: `certificates.status.${status}` })),
      },
    ],
    load: ({ page, size, filters }) =>
      this.api.listCertificates(
        filters['q'],
        (filters['status'] ?? undefined) as CertificateStatus | undefined,
        undefined,
        undefined,
        this.own,
        page,
        size,
      ),
    export: (format, { filters }) => {
      const params = new URLSearchParams({ format, mine: String(this.own) });
      for (const key of ['q', 'status']) if (filters[key]) params.set(key, filters[key]);
      return `/api/v1/certificates/export?${params.toString()}`;
    },
  });
}
