import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  computed,
  effect,
  inject,
  input,
  signal,
  viewChild,
} from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButtonModule } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { Router, RouterLink } from '@angular/router';
import { DemoAccountRow, DemoClient } from '@api';
import { LanguageSwitch } from '@core/language';
import { act } from '@core/load';
import { Session } from '@core/session';
import { RoleNamePipe } from '@core/role-names';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiFieldError, UiIcon } from '@ui';
import { catchError, of } from 'rxjs';

/** Sign in: address and password, then the code where one is asked for. In the demo, one press per role. */
@Component({
  selector: 'app-sign-in',
  imports: [
    ReactiveFormsModule,
    MatButtonModule,
    MatFormFieldModule,
    MatInputModule,
    RouterLink,
    RoleNamePipe,
    TranslocoPipe,
    UiFieldError,
    UiIcon,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './sign-in.html',
  styleUrl: './sign-in.scss',
})
export class SignIn {
  /** Where the person wanted to go. */
  readonly back = input('/');

  protected readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly api = inject(DemoClient);
  private readonly language = inject(LanguageSwitch);

  protected readonly step = signal<'password' | 'code'>('password');
  protected readonly passwordShown = signal(false);
  protected readonly credentials = new FormGroup({
    email: new FormControl('', { nonNullable: true, validators: Validators.required }),
    password: new FormControl('', { nonNullable: true, validators: Validators.required }),
  });
  protected readonly code = new FormControl('', { nonNullable: true, validators: Validators.required });

  private readonly codeField = viewChild<ElementRef<HTMLInputElement>>('codeField');

  protected readonly enter = act((email: string, password: string) => this.session.signIn(email, password), {
    problems: 'page',
    then: (next) => {
      this.proceed(next);
    },
  });
  protected readonly verify = act((code: string) => this.session.verify(code), {
    problems: 'page',
    then: (next) => {
      this.proceed(next);
    },
  });
  private readonly demo = rxResource({
    params: () => this.session.isDemo() || undefined,
    stream: () => this.api.listDemoAccounts().pipe(catchError(() => of([]))),
    defaultValue: [],
  });
  protected readonly demoAccounts = this.demo.value;

  protected readonly refusal = computed(() => {
    const problem = this.step() === 'code' ? this.verify.problem() : this.enter.problem();
    return problem?.text(this.language.current());
  });

  constructor() {
    // The field that had the focus is gone when the code is asked for.
    effect(() => this.codeField()?.nativeElement.focus());
  }

  protected signIn(): void {
    this.credentials.markAllAsTouched();
    if (this.credentials.invalid) return;
    const { email, password } = this.credentials.getRawValue();
    void this.enter.run(email.trim(), password);
  }

  protected signInAs(account: DemoAccountRow): void {
    this.credentials.setValue({ email: account.email, password: account.password });
    void this.enter.run(account.email, account.password);
  }

  protected async sendCode(): Promise<void> {
    this.code.markAsTouched();
    if (this.code.invalid) return;
    await this.verify.run(this.code.value.trim());
    // Too late or unknown: it begins again with the password, which is still there.
    if (this.verify.problem()?.code === 'sign_in.nothing_pending') this.startAgain();
  }

  protected startAgain(): void {
    this.code.reset();
    this.step.set('password');
  }

  private proceed(next: 'in' | 'code'): void {
    if (next === 'code') {
      this.step.set('code');
      return;
    }
    const inside = /^\/(?!\/)/.test(this.back()) ? this.back() : '/';
    void this.router.navigateByUrl(inside);
  }
}
