import { NgTemplateOutlet } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButtonModule } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { OwnAccountClient, TwoFactorKey } from '@api';
import { act } from '@core/load';
import { Session } from '@core/session';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiFieldError, UiFormPage, UiState } from '@ui';
import { QrCode } from './qr-code';

/** The second step of signing in: begin with a QR code, confirm with a code, keep the recovery codes. */
@Component({
  selector: 'app-two-factor',
  imports: [
    ReactiveFormsModule,
    MatButtonModule,
    MatFormFieldModule,
    MatInputModule,
    NgTemplateOutlet,
    TranslocoPipe,
    QrCode,
    UiFieldError,
    UiFormPage,
    UiState,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './two-factor.html',
  styles: `
    .key {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-5);
      margin-bottom: var(--space-4);
    }
    .steps {
      flex: 1 1 16rem;
      margin: 0;
      padding-inline-start: 1.2em;
    }
    .steps li {
      margin-bottom: var(--space-2);
    }
    .mono {
      overflow-wrap: anywhere;
    }
    .codes {
      columns: 2 10rem;
      padding-inline-start: 1.2em;
    }
  `,
})
export class TwoFactor {
  private readonly account = inject(OwnAccountClient);
  private readonly session = inject(Session);

  protected readonly isOn = computed(() => this.session.user()?.twoFactorEnabled === true);
  protected readonly key = signal<TwoFactorKey | undefined>(undefined);
  protected readonly recoveryCodes = signal<readonly string[] | undefined>(undefined);
  /** The present password is asked for before the second step is turned on or off. */
  protected readonly asking = signal(false);

  protected readonly codeForm = new FormGroup({
    code: new FormControl('', {
      nonNullable: true,
      validators: [Validators.required, Validators.pattern(/^\s*\d{6}\s*$/)],
    }),
  });
  protected readonly passwordForm = new FormGroup({
    currentPassword: new FormControl('', { nonNullable: true, validators: Validators.required }),
  });

  protected readonly begin = act(() => this.account.beginTwoFactor(this.passwordForm.getRawValue()), {
    problems: 'page',
    then: (key) => {
      this.asking.set(false);
      this.passwordForm.reset();
      this.key.set(key);
    },
  });
  protected readonly confirm = act(
    () => this.account.confirmTwoFactor({ code: this.codeForm.controls.code.value.trim() }),
    {
      done: 'identity.twoFactor.turnedOn',
      problems: 'page',
      then: ({ recoveryCodes }) => {
        this.key.set(undefined);
        this.codeForm.reset();
        this.recoveryCodes.set(recoveryCodes);
        this.session.refresh().subscribe();
      },
    },
  );
  protected readonly disable = act(() => this.account.disableTwoFactor(this.passwordForm.getRawValue()), {
    done: 'identity.twoFactor.turnedOff',
    problems: 'page',
    then: () => {
      this.asking.set(false);
      this.passwordForm.reset();
      this.recoveryCodes.set(undefined);
      this.session.refresh().subscribe();
    },
  });

  /** A password typed halfway does not wait for the next time. */
  protected turnBack(): void {
    this.asking.set(false);
    this.passwordForm.reset();
    this.begin.clear();
    this.disable.clear();
  }
}
