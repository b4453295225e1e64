import { ChangeDetectionStrategy, Component, effect, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { MatButtonModule } from '@angular/material/button';
import { ActivatedRoute, RouterLink } from '@angular/router';
import { CertificateVerificationClient } from '@api';
import { LanguageSwitch } from '@core/language';
import { loaded } from '@core/load';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiEmpty, UiWaiting } from '@ui';

/** Where a mailed link to a certificate leads when it gives none: why, and what to do. Meanwhile it may have become good. */
@Component({
  selector: 'app-mailed-certificate',
  imports: [MatButtonModule, RouterLink, TranslocoPipe, UiEmpty, UiWaiting],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (file.problem(); as problem) {
      @let text = problem.text(language.current());
      <ui-empty page icon="link" [title]="text.title" [text]="text.detail ?? ''">
        @if (problem.mayRetry) {
          <button matButton="outlined" type="button" (click)="file.reload()">{{ 'ui.retry' | transloco }}</button>
        }
        <a matButton="outlined" routerLink="/verify">{{ 'certificates.verify.title' | transloco }}</a>
      </ui-empty>
    } @else if (file.value()) {
      <ui-empty page icon="certificate" [title]="'certificates.mailed.ready' | transloco">
        <a matButton="filled" [href]="'/api/v1/public/certificate-files/' + link()" download>{{
          'certificates.mailed.download' | transloco
        }}</a>
      </ui-empty>
    } @else {
      <ui-waiting />
    }
  `,
})
export class MailedCertificate {
  private readonly api = inject(CertificateVerificationClient);
  protected readonly language = inject(LanguageSwitch);
  protected readonly link = toSignal(inject(ActivatedRoute).fragment);
  protected readonly file = loaded((link: string) => this.api.downloadCertificateByLink(link));

  constructor() {
    effect(() => {
      this.file.load(this.link() || '-');
    });
  }
}
