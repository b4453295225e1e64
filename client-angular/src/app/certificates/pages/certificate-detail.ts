import { ChangeDetectionStrategy, Component, effect, inject, input, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatMenuModule } from '@angular/material/menu';
import { MatTooltip } from '@angular/material/tooltip';
import { Router, RouterLink } from '@angular/router';
import { CertificateView, RevocationClass } from '@api';
import { FORMAT_PIPES } from '@core/format.pipes';
import { Formats } from '@core/formats';
import { AppMailTrack } from '@core/mail/mail-track';
import { SendMail } from '@core/mail/send-mail';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiDetailPage, UiFact, UiFacts, UiIcon, UiPageHeader, UiProblem, UiWaiting } from '@ui';
import { CertificateStore } from '../certificate.store';
import { CertificateState } from '../parts/certificate-state';
import { ReissueForm } from '../parts/reissue-form';
import { RevokeForm } from '../parts/revoke-form';

/** One certificate: what it says, how it stands, its versions; revoking and replacing in place. */
@Component({
  selector: 'app-certificate-detail',
  imports: [
    MatButtonModule,
    MatMenuModule,
    MatTooltip,
    RouterLink,
    TranslocoPipe,
    AppMailTrack,
    CertificateState,
    ReissueForm,
    RevokeForm,
    UiDetailPage,
    UiFact,
    UiFacts,
    UiIcon,
    UiPageHeader,
    UiProblem,
    UiWaiting,
    ...FORMAT_PIPES,
  ],
  providers: [CertificateStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './certificate-detail.html',
  styles: `
    .paper {
      padding: var(--space-6) var(--space-5);
      text-align: center;
      border-top: 4px solid var(--gold-line);
    }
    .holder {
      font-size: 1.5rem;
      font-weight: 600;
      overflow-wrap: anywhere;
    }
    .about {
      font-size: 1.125rem;
      font-weight: 600;
      overflow-wrap: anywhere;
    }
    .hash {
      overflow-wrap: anywhere;
      font-size: var(--text-small);
    }
    section + section {
      margin-top: var(--space-5);
    }
  `,
})
export class CertificateDetail {
  readonly id = input.required<string>();
  protected readonly store = inject(CertificateStore);
  protected readonly formats = inject(Formats);
  /** Which form is open. */
  protected readonly doing = signal<'revoke' | 'reissue' | undefined>(undefined);
  private readonly router = inject(Router);
  private readonly sendMail = inject(SendMail);

  constructor() {
    effect(() => {
      this.doing.set(undefined);
      this.store.certificate.load(this.id());
    });
  }

  protected async reissue(
    certificate: CertificateView,
    { name, reason }: { name: string | null; reason: string },
  ): Promise<void> {
    const made = await this.store.reissue.run(certificate.id, name, reason);
    if (made) void this.router.navigate(['/certificates', made.certificateId]);
  }

  protected async revoke(id: string, why: { class: RevocationClass; reason: string }): Promise<void> {
    await this.store.revoke.run(id, why.class, why.reason);
    if (!this.store.revoke.problem()) this.doing.set(undefined);
  }

  protected async send({ id, content, mail }: CertificateView): Promise<void> {
    const { name } = content.holder;
    const address = await this.sendMail.ask({ name, address: mail?.toAddress, external: true });
    if (address !== undefined) await this.store.send.run(id, address || undefined);
  }

  protected open(form: 'revoke' | 'reissue'): void {
    this.store.revoke.clear();
    this.store.reissue.clear();
    this.doing.set(form);
  }
}
