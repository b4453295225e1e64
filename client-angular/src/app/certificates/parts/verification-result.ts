import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { CertificateVerification } from '@api';
import { FORMAT_PIPES } from '@core/format.pipes';
import { Formats } from '@core/formats';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiFact, UiFacts, UiVerdict, VerdictTone } from '@ui';

const TONES: Record<CertificateVerification['status'], VerdictTone> = {
  issued: 'good',
  replaced: 'warn',
  revoked: 'bad',
};

/** The answer in one glance (word, colour and shape), then what the paper must say. */
@Component({
  selector: 'app-verification-result',
  imports: [TranslocoPipe, UiFact, UiFacts, UiVerdict, ...FORMAT_PIPES],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @let certificate = result();
    <ui-verdict
      [attr.data-status]="certificate.status"
      [tone]="tone()"
      [title]="'certificates.verify.' + certificate.status | transloco"
      [compare]="'certificates.verify.compare' | transloco"
    >
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
    </ui-verdict>
  `,
})
export class VerificationResult {
  readonly result = input.required<CertificateVerification>();
  protected readonly formats = inject(Formats);
  protected readonly tone = computed(() => TONES[this.result().status]);
}
