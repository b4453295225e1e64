import { ChangeDetectionStrategy, Component, DOCUMENT, OnDestroy, effect, inject, input } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButtonModule } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { Router } from '@angular/router';
import { CertificateVerificationClient } from '@api';
import { loaded } from '@core/load';
import { TranslocoPipe } from '@jsverse/transloco';
import { map } from 'rxjs';
import { UiFieldError, UiFileDrop, UiIcon, UiPageHeader, UiProblem, UiWaiting } from '@ui';
import { FileVerificationResult } from '../parts/file-verification-result';
import { VerificationResult } from '../parts/verification-result';

/** For anybody who is shown a certificate: the answer behind its QR code, or by number and name together. */
@Component({
  selector: 'app-verification',
  imports: [
    ReactiveFormsModule,
    MatButtonModule,
    MatFormFieldModule,
    MatInputModule,
    TranslocoPipe,
    FileVerificationResult,
    UiFieldError,
    UiFileDrop,
    UiIcon,
    UiPageHeader,
    UiProblem,
    UiWaiting,
    VerificationResult,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './verification.html',
  styleUrl: './verification.scss',
})
export class Verification implements OnDestroy {
  /** From the address behind the QR code. */
  readonly token = input<string>();
  /** A search kept in the address, so that the answer can be shared and reloaded. */
  readonly number = input<string>();
  readonly name = input<string>();

  private readonly api = inject(CertificateVerificationClient);
  private readonly router = inject(Router);
  private readonly robots = noIndex(inject(DOCUMENT));
  protected readonly result = loaded((token: string | undefined, number: string, name: string) =>
    token ? this.api.verifyCertificate(token) : this.api.verifyCertificateByNumber(number, name),
  );
  /** The latest file that was dropped or chosen; nothing of it is kept anywhere. */
  protected readonly file = loaded((data: File) =>
    this.api.verifyCertificateFile({ data, fileName: data.name }).pipe(map((found) => ({ found, name: data.name }))),
  );
  protected readonly form = new FormGroup({
    number: new FormControl('', { nonNullable: true, validators: [Validators.required, Validators.maxLength(160)] }),
    name: new FormControl('', { nonNullable: true, validators: [Validators.required, Validators.maxLength(300)] }),
  });

  constructor() {
    effect(() => {
      const { token, number, name } = { token: this.token(), number: this.number() ?? '', name: this.name() ?? '' };
      this.form.setValue({ number, name });
      if (token || (number && name)) this.result.load(token, number, name);
    });
  }

  ngOnDestroy(): void {
    this.robots.remove();
  }

  protected asked(): boolean {
    return !!this.token() || (!!this.number() && !!this.name());
  }

  protected search(): void {
    this.form.markAllAsTouched();
    if (this.form.invalid) return;
    const { number, name } = this.form.getRawValue();
    void this.router.navigate(['/verify'], { queryParams: { number: number.trim(), name: name.trim() } });
  }

  protected check(files: File[]): void {
    if (files[0]) this.file.load(files[0]);
  }

  protected print(): void {
    window.print();
  }
}

/** Certificates are nobody's business but of those who hold the paper. */
function noIndex(document: Document): HTMLMetaElement {
  const meta = document.createElement('meta');
  meta.name = 'robots';
  meta.content = 'noindex, nofollow';
  document.head.append(meta);
  return meta;
}
