import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { CertificateFileVerification } from '@api';
import { FORMAT_PIPES } from '@core/format.pipes';
import { TranslocoPipe } from '@jsverse/transloco';
import { IconName, UiIcon } from '@ui';
import { StatementFacts } from '../../learning-hours/parts/statement-facts';
import { VerificationResult } from './verification-result';

/** What a file is worth: first whether it is what was given out, then its signatures, then how the certificate stands. */
@Component({
  selector: 'app-file-verification-result',
  imports: [StatementFacts, TranslocoPipe, UiIcon, VerificationResult, ...FORMAT_PIPES],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @let told = result();
    <div class="file" [attr.data-file]="told.file">
      <h3><ui-icon [name]="icon()" [size]="24" /> {{ 'certificates.file.' + told.file | transloco }}</h3>
      <p>{{ 'certificates.file.' + told.file + 'Text' | transloco: { name: name() } }}</p>
      <ul>
        @for (signature of told.signatures; track $index) {
          <li>
            {{ 'certificates.file.signature.' + signature.state | transloco: { signer: signature.signer } }}
            @if (signature.state !== 'unreadable') {
              {{ 'certificates.file.by.' + signature.by | transloco }}
            }
            @if (signature.signedAt; as at) {
              {{ 'certificates.file.signedAt' | transloco: { at: (at | dayTime) } }}
            }
            @if (signature.timestampedAt; as at) {
              {{ 'certificates.file.timestampedAt' | transloco: { at: (at | dayTime) } }}
            }
            @if (!signature.coversWholeFile) {
              {{ 'certificates.file.notWhole' | transloco }}
            }
          </li>
        } @empty {
          <li>{{ 'certificates.file.unsigned' | transloco }}</li>
        }
      </ul>
      <p class="small muted hash">SHA-256 {{ told.sha256 }}</p>
    </div>
    @if (told.certificate; as certificate) {
      <app-verification-result [result]="certificate" />
    }
    @if (told.statement; as statement) {
      <app-statement-facts [result]="statement" />
    }
  `,
  styles: `
    .file {
      margin: var(--space-4) 0;
      padding: var(--space-4) var(--space-5);
      border-left: 4px solid var(--state-warn);
    }
    h3 {
      display: flex;
      align-items: center;
      gap: var(--space-2);
    }
    .hash {
      overflow-wrap: anywhere;
    }
    [data-file='unchanged'] {
      border-left-color: var(--state-good);
    }
    [data-file='unchanged'] h3 {
      color: var(--state-good);
    }
    [data-file='changed'] {
      border-left-color: var(--state-bad);
    }
    [data-file='changed'] h3 {
      color: var(--state-bad);
    }
  `,
})
export class FileVerificationResult {
  readonly result = input.required<CertificateFileVerification>();
  /** Of the file, as the visitor knows it. */
  readonly name = input.required<string>();
  protected readonly icon = computed<IconName>(() => {
    switch (this.result().file) {
      case 'unchanged':
        return 'shield-check';
      case 'changed':
        return 'state-bad';
      default:
        return 'state-warn';
    }
  });
}
