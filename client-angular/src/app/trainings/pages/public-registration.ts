import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  effect,
  inject,
  input,
  signal,
  untracked,
} from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { Router, RouterLink } from '@angular/router';
import { PublicTraining, RegistrationClient } from '@api';
import { Draft, Drafts } from '@core/drafts';
import { FORMAT_PIPES } from '@core/format.pipes';
import { Formats } from '@core/formats';
import { act, loaded } from '@core/load';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiFact, UiFacts, UiFieldError, UiFormPage, UiIcon, UiPageHeader, UiProblem, UiWaiting } from '@ui';
import { placeOf } from '../training-words';

/** One training of the public page, and the form by which somebody from outside registers. */
@Component({
  selector: 'app-public-registration',
  imports: [
    ...FORMAT_PIPES,
    MatFormFieldModule,
    MatInputModule,
    ReactiveFormsModule,
    RouterLink,
    TranslocoPipe,
    UiFact,
    UiFacts,
    UiFieldError,
    UiFormPage,
    UiIcon,
    UiPageHeader,
    UiProblem,
    UiWaiting,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './public-registration.html',
  styles: `
    ui-facts {
      display: block;
      margin-bottom: var(--space-5);
    }
    .audience {
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
  `,
})
export class PublicRegistration {
  readonly id = input.required<string>();

  private readonly api = inject(RegistrationClient);
  private readonly formats = inject(Formats);
  private readonly router = inject(Router);
  private readonly drafts = inject(Drafts);
  private readonly destroyRef = inject(DestroyRef);
  protected readonly draft = signal<Draft | undefined>(undefined);
  /** The address that the link was sent to. */
  protected readonly sentTo = signal('');
  protected readonly training = loaded((id: string) => this.api.getPublicTraining(id));

  protected readonly form = new FormGroup({
    name: new FormControl('', { nonNullable: true, validators: [Validators.required, Validators.maxLength(300)] }),
    email: new FormControl('', {
      nonNullable: true,
      validators: [Validators.required, Validators.email, Validators.maxLength(254)],
    }),
    institution: new FormControl('', { nonNullable: true, validators: Validators.maxLength(300) }),
    identityNumber: new FormControl('', { nonNullable: true, validators: Validators.maxLength(30) }),
    note: new FormControl('', { nonNullable: true, validators: Validators.maxLength(500) }),
  });
  protected readonly send = act(() => this.api.registerForTraining(this.id(), this.form.getRawValue()), {
    problems: 'page',
  });

  constructor() {
    effect(() => {
      const id = this.id();
      this.training.load(id);
      untracked(() => this.draft.set(this.drafts.keep(`register-${id}`, this.form, this.destroyRef)));
    });
  }

  protected dates(training: PublicTraining): string {
    return this.formats.dateRange(training.start, training.end);
  }

  protected readonly place = placeOf;

  protected async register(): Promise<void> {
    if (!(await this.send.run())) return;
    this.draft()?.clear();
    this.sentTo.set(this.form.controls.email.value);
  }

  protected back(): void {
    void this.router.navigate(['/register']);
  }
}
