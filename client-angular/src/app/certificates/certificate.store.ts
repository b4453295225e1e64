import { Injectable, inject } from '@angular/core';
import { CertificatesClient, RevocationClass } from '@api';
import { act, loaded } from '@core/load';

/** One certificate and what an officer does with it. */
@Injectable()
export class CertificateStore {
  private readonly api = inject(CertificatesClient);

  readonly certificate = loaded((id: string) => this.api.getCertificate(id));
  /** Beside the refusal the page shows what somebody else made of it meanwhile, with the way to the newer one. */
  private readonly refused = () => {
    this.certificate.reload();
  };
  readonly revoke = act(
    (id: string, why: RevocationClass, reason: string) => this.api.revokeCertificate(id, { class: why, reason }),
    {
      done: 'certificates.revoked',
      problems: 'page',
      then: () => {
        this.certificate.reload();
      },
      failed: this.refused,
    },
  );
  readonly reissue = act(
    (id: string, name: string | null, reason: string) => this.api.reissueCertificate(id, { name, reason }),
    {
      done: 'certificates.reissued',
      problems: 'page',
      failed: this.refused,
    },
  );
  readonly send = act((id: string, email: string | undefined) => this.api.sendCertificateLink(id, { email }), {
    done: 'certificates.sent',
    then: () => {
      this.certificate.reload();
    },
  });
}
