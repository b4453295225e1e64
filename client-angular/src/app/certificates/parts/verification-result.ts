import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { CertificateVerification } from '@api';
import { FORMAT_PIPES } from '@core/format.pipes';
import { Formats } from '@core/formats';
import { TranslocoPipe } from '@jsverse/transloco';
import { IconName, UiFact, UiFacts, UiIcon } from '@ui';

/** The answer in one glance (word, colour and shape), then what the paper must say. */
@Component({
  selector: 'app-verification-result',
  imports: [TranslocoPipe, UiFact, UiFacts, UiIcon, ...FORMAT_PIPES],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @let certificate = result();
    <section class="card" [attr.data-status]="certificate.status">
      <h2><ui-icon [name]="icon()" [size]="28" /> {{ 'certificates.verify.' + certificate.status | transloco }}</h2>
      <p>
        @switch (certificate.status) {
          @case ('issued') {
            {{ 'certificates.verify.issuedText' | transloco: { issuer: certificate.issuer } }}
          }
          @case ('revoked') {
            {{ 'certificates.verify.revokedText' | transloco: { date: (certificate.endedOn | day) } }}
            @if (certificate.revocationClass; as why) {
              {{ 'certificates.verify.because' | transloco }} {{ 'certificates.class.' + why | transloco }}.
            }
          }
          @case ('replaced') {
            {{
              'certificates.verify.replacedText'
                | transloco: { date: (certificate.endedOn | day), number: certificate.replacedByNumber }
            }}
          }
        }
      </p>
      <ui-facts>
        <ui-fact [label]="'certificates.column.number' | transloco">{{ certificate.number }}</ui-fact>
        <ui-fact [label]="'certificates.verify.holder' | transloco">
          <strong>{{ certificate.holderName }}</strong>
        </ui-fact>
        <ui-fact [label]="'certificates.column.title' | transloco">
          {{ certificate.title }}
          @if (certificate.batch) {
            <span class="muted">· {{ 'certificates.verify.batch' | transloco: { batch: certificate.batch } }}</span>
          }
        </ui-fact>
        <ui-fact [label]="'certificates.verify.held' | transloco">
          {{ formats.dateRange(certificate.startsOn, certificate.endsOn) }}
        </ui-fact>
        <ui-fact [label]="'certificates.column.jp' | transloco">{{ certificate.jp | jp }}</ui-fact>
        <ui-fact [label]="'certificates.column.issuedOn' | transloco">{{ certificate.issuedOn | day }}</ui-fact>
        <ui-fact [label]="'certificates.verify.issuer' | transloco">{{ certificate.issuer }}</ui-fact>
        <ui-fact [label]="'certificates.signer' | transloco">{{ certificate.signer }}</ui-fact>
      </ui-facts>
      <p class="small muted compare">{{ 'certificates.verify.compare' | transloco }}</p>
    </section>
  `,
  styles: `
    section {
      padding: var(--space-5);
      border-top: 5px solid var(--state-good);
    }
    h2 {
      display: flex;
      align-items: center;
      gap: var(--space-2);
      font-size: 1.5rem;
      color: var(--state-good);
    }
    .compare {
      margin: var(--space-4) 0 0;
    }
    [data-status='revoked'] {
      border-top-color: var(--state-bad);
    }
    [data-status='revoked'] h2 {
      color: var(--state-bad);
    }
    [data-status='replaced'] {
      border-top-color: var(--state-warn);
    }
    [data-status='replaced'] h2 {
      color: var(--state-warn);
    }
  `,
})
export class VerificationResult {
  readonly result = input.required<CertificateVerification>();
  protected readonly formats = inject(Formats);
  protected readonly icon = computed<IconName>(() => {
    switch (this.result().status) {
      case 'issued':
        return 'shield-check';
      case 'revoked':
        return 'state-bad';
      default:
        return 'state-warn';
    }
  });
}
