import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { CertificatesClient } from '@api';
import { FORMAT_PIPES } from '@core/format.pipes';
import { loaded } from '@core/load';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiDetailPage, UiEmpty, UiIcon, UiPageHeader, UiProblem, UiWaiting } from '@ui';
import { JpStatementView } from '../parts/jp-statement';

/** What I have learnt: hours against my target, what they are made of, and my certificates. */
@Component({
  selector: 'app-my-year',
  imports: [
    MatButtonModule,
    RouterLink,
    TranslocoPipe,
    JpStatementView,
    UiDetailPage,
    UiEmpty,
    UiIcon,
    UiPageHeader,
    UiProblem,
    UiWaiting,
    ...FORMAT_PIPES,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ui-detail-page>
      <ui-page-header [title]="'learning-hours.myYear' | transloco" />
      <app-jp-statement />
      <section uiAside>
        <h2>{{ 'learning-hours.certificates' | transloco }}</h2>
        @if (certificates.problem(); as problem) {
          <ui-problem [problem]="problem" (retry)="certificates.reload()" />
        } @else if (certificates.value(); as page) {
          @if (page.items.length === 0) {
            <ui-empty
              icon="award"
              [title]="'learning-hours.noCertificates' | transloco"
              [text]="'learning-hours.noCertificatesText' | transloco"
            />
          } @else {
            <ul>
              @for (certificate of page.items; track certificate.id) {
                <li class="card">
                  <a [routerLink]="['/certificates', certificate.id]">{{ certificate.title }}</a>
                  <div class="small muted">{{ certificate.number }}</div>
                  <div class="row">
                    <span class="small muted grow">{{ certificate.issuedOn | day }} · {{ certificate.jp | jp }}</span>
                    @if (certificate.canDownload) {
                      <a
                        matIconButton
                        target="_blank"
                        [href]="'/api/v1/certificates/' + certificate.id + '/file'"
                        [attr.aria-label]="'learning-hours.downloadOf' | transloco: { number: certificate.number }"
                        ><ui-icon name="download"
                      /></a>
                    }
                  </div>
                </li>
              }
            </ul>
          }
        } @else {
          <ui-waiting [lines]="4" />
        }
      </section>
    </ui-detail-page>
  `,
  styles: `
    ul {
      display: grid;
      gap: var(--space-3);
      margin: var(--space-2) 0 0;
      padding: 0;
      list-style: none;
    }
    .card {
      padding: var(--space-3) var(--space-4);
      border-left: 3px solid var(--gold-line);
      overflow-wrap: anywhere;
    }
  `,
})
export class MyYear {
  private readonly api = inject(CertificatesClient);
  protected readonly certificates = loaded(() =>
    this.api.listCertificates(undefined, undefined, undefined, undefined, true, 1, 50),
  );

  constructor() {
    this.certificates.load();
  }
}
