import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButtonModule } from '@angular/material/button';
import { MatDatepickerModule } from '@angular/material/datepicker';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { Router, RouterLink } from '@angular/router';
import { CertificatesPreview, IssuingState } from '@api';
import { FORMAT_PIPES } from '@core/format.pipes';
import { Jobs } from '@core/jobs';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { Confirm, StateTone, UiEmpty, UiFieldError, UiProblem, UiState, UiWaiting } from '@ui';
import { TrainingDetailStore } from '../../trainings/training-detail.store';
import { problemKey } from '../problem-key';
import { certificateTexts } from '../texts';
import { TrainingCertificatesStore } from './training-certificates.store';

const TONES: Record<IssuingState, StateTone> = {
  willIssue: 'info',
  alreadyIssued: 'gold',
  outdated: 'warn',
  notPassed: 'draft',
  problem: 'bad',
};
const SHOWN_AT_FIRST = 50;

/** Tab of a training, inside its page: preview, issue, and what was issued. */
@Component({
  selector: 'app-training-certificates',
  imports: [
    ReactiveFormsModule,
    MatButtonModule,
    MatDatepickerModule,
    MatFormFieldModule,
    MatInputModule,
    RouterLink,
    TranslocoPipe,
    UiEmpty,
    UiFieldError,
    UiProblem,
    UiState,
    UiWaiting,
    ...FORMAT_PIPES,
  ],
  providers: [TrainingCertificatesStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './training-certificates.html',
  styles: `
    .issue,
    .outdated {
      padding: var(--space-4) var(--space-5);
      border-left: 4px solid var(--gold-line);
    }
    .outdated {
      border-left-color: var(--state-warn, var(--gold-line));
    }
    .fields {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-3);
      margin-block: var(--space-3);
    }
    .fields mat-form-field {
      flex: 1 1 14rem;
    }
    .acts {
      flex-basis: 100%;
    }
    h2 {
      margin-block-end: var(--space-3);
    }
    section + section {
      margin-top: var(--space-5);
    }
    .scroll {
      /* Words only for screen readers are placed absolutely: they have to scroll along. */
      position: relative;
      overflow-x: auto;
    }
  `,
})
export class TrainingCertificates {
  readonly trainingId = input.required<string>();
  protected readonly store = inject(TrainingCertificatesStore);
  protected readonly texts = certificateTexts();
  protected readonly tones = TONES;
  protected readonly problemKey = problemKey;
  protected readonly all = signal(false);
  protected readonly rows = computed(() => {
    const rows = this.store.preview.value()?.rows ?? [];
    return this.all() ? rows : rows.slice(0, SHOWN_AT_FIRST);
  });
  protected readonly form = new FormGroup({
    issuedOn: new FormControl('', { nonNullable: true, validators: [Validators.required] }),
    place: new FormControl('', { nonNullable: true, validators: [Validators.maxLength(100)] }),
  });
  /** Who can be given one follows from the training: it may be completed, or a batch go on, here or elsewhere. */
  private readonly detail = inject(TrainingDetailStore);
  private readonly confirm = inject(Confirm);
  private readonly jobs = inject(Jobs);
  private readonly router = inject(Router);
  private readonly transloco = inject(TranslocoService);

  constructor() {
    effect(() => {
      this.detail.version();
      this.detail.certificatesOwed();
      this.store.preview.load(this.trainingId());
      this.store.batches.load(this.trainingId());
    });
    effect(() => {
      const preview = this.store.preview.value();
      if (preview && this.form.pristine) this.form.setValue({ issuedOn: preview.today, place: preview.place });
    });
  }

  protected facts(preview: CertificatesPreview): string {
    const words = preview.outdatedFacts.map((fact) =>
      this.transloco.translate<string>(`certificates.outdated.fact.${fact}`),
    );
    return words.join(', ');
  }

  protected async reissue(preview: CertificatesPreview): Promise<void> {
    const answer = await this.confirm.ask({
      title: this.transloco.translate('certificates.outdated.confirmTitle', { count: preview.outdated }),
      text: this.transloco.translate('certificates.outdated.confirmText'),
      action: this.transloco.translate('certificates.outdated.do'),
      reason: 'required',
      reasonMinimum: 10,
      points: [
        this.transloco.translate('certificates.issue.point.signer', { signer: preview.signer }),
        this.transloco.translate('certificates.outdated.point.replaced'),
        this.transloco.translate('certificates.outdated.point.told'),
      ],
    });
    if (answer && (await this.store.reissue.run(preview.trainingId, answer.reason))) this.detail.refresh();
  }

  protected async issue(preview: CertificatesPreview): Promise<void> {
    this.form.markAllAsTouched();
    if (this.form.invalid) return;
    const { issuedOn, place } = this.form.getRawValue();
    const answer = await this.confirm.ask({
      title: this.transloco.translate('certificates.issue.confirmTitle', { count: preview.willIssue }),
      text: this.transloco.translate('certificates.issue.confirmText'),
      action: this.transloco.translate('certificates.issue.do'),
      points: [
        this.transloco.translate('certificates.issue.point.signer', { signer: preview.signer }),
        this.transloco.translate('certificates.issue.point.final'),
        this.transloco.translate('certificates.issue.point.told'),
      ],
    });
    if (!answer) return;
    const accepted = await this.store.issue.run(preview.trainingId, issuedOn, place);
    if (!accepted) return;
    this.jobs.follow(accepted.jobId, 'shell.jobKinds.certificates_issue', `/certificate-batches/${accepted.batchId}`);
    void this.router.navigate(['/certificate-batches', accepted.batchId]);
  }
}
