import { Injectable, inject } from '@angular/core';
import { CertificateBatchesClient } from '@api';
import { act, loaded } from '@core/load';

/** The certificates of one training: who gets one, and the acts of issuing so far. */
@Injectable()
export class TrainingCertificatesStore {
  private readonly api = inject(CertificateBatchesClient);

  readonly preview = loaded((trainingId: string) => this.api.previewCertificates(trainingId));
  readonly batches = loaded((trainingId: string) => this.api.listCertificateBatches(trainingId, 1, 20));
  readonly issue = act((trainingId: string, issuedOn: string, place: string) =>
    this.api.issueCertificates(trainingId, { issuedOn, place: place || null }),
  );
  readonly reissue = act(
    (trainingId: string, reason: string) => this.api.reissueOutdatedCertificates(trainingId, { reason }),
    {
      done: 'certificates.outdated.done',
      then: () => {
        this.preview.reload();
      },
    },
  );
}
