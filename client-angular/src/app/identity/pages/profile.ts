import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButtonModule } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { Router, RouterLink } from '@angular/router';
import { OwnAccountClient, SessionClient } from '@api';
import { act } from '@core/load';
import { Session } from '@core/session';
import { RoleNamePipe } from '@core/role-names';
import { TranslocoPipe } from '@jsverse/transloco';
import { Confirm, UiDetailPage, UiFact, UiFacts, UiFieldError, UiFormPage, UiPageHeader } from '@ui';
import { TranslocoService } from '@jsverse/transloco';
import { sameAs } from '../same-as';
import { OwnData } from '../parts/own-data';
import { OwnSignIns } from '../parts/own-sign-ins';
import { TwoFactor } from '../parts/two-factor';

const MINIMUM = 12;

/** My account: who I am here, my password, the second step of signing in, my devices. */
@Component({
  selector: 'app-profile',
  imports: [
    ReactiveFormsModule,
    MatButtonModule,
    MatFormFieldModule,
    MatInputModule,
    OwnData,
    OwnSignIns,
    RouterLink,
    RoleNamePipe,
    TranslocoPipe,
    TwoFactor,
    UiDetailPage,
    UiFact,
    UiFacts,
    UiFieldError,
    UiFormPage,
    UiPageHeader,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './profile.html',
  styles: `
    section {
      margin-bottom: var(--space-5);
    }
    .demand {
      border-inline-start: 4px solid var(--state-warn);
    }
    h2 {
      margin-bottom: var(--space-3);
    }
    ul {
      margin: 0;
      padding-inline-start: 1.1em;
    }
  `,
})
export class Profile {
  protected readonly session = inject(Session);
  private readonly account = inject(OwnAccountClient);
  private readonly sessions = inject(SessionClient);
  private readonly router = inject(Router);
  private readonly confirm = inject(Confirm);
  private readonly transloco = inject(TranslocoService);

  protected readonly minimum = MINIMUM;
  protected readonly password = new FormGroup({
    currentPassword: new FormControl('', { nonNullable: true, validators: Validators.required }),
    password: new FormControl('', {
      nonNullable: true,
      validators: [Validators.required, Validators.minLength(MINIMUM)],
    }),
    again: new FormControl('', { nonNullable: true, validators: [Validators.required, sameAs('password')] }),
  });
  protected readonly change = act(
    () => {
      const { currentPassword, password } = this.password.getRawValue();
      return this.account.changePassword({ currentPassword, password });
    },
    {
      done: 'identity.profile.passwordChanged',
      problems: 'page',
      then: () => {
        this.password.reset();
      },
    },
  );
  protected readonly signOutEverywhere = act(() => this.sessions.signOutEverywhere());

  protected async endAll(): Promise<void> {
    const answer = await this.confirm.ask({
      title: this.transloco.translate('identity.profile.everywhere'),
      text: this.transloco.translate('identity.profile.everywhereText'),
      action: this.transloco.translate('identity.profile.everywhereDo'),
      destructive: true,
    });
    if (!answer) return;
    await this.signOutEverywhere.run();
    if (this.signOutEverywhere.problem()) return;
    this.session.refresh().subscribe(() => void this.router.navigateByUrl('/sign-in'));
  }
}
