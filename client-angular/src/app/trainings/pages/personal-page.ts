import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { FormControl, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButtonModule } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { Router, RouterLink } from '@angular/router';
import { AttendanceStatus, CheckedIn, RegistrationClient } from '@api';
import { FORMAT_PIPES } from '@core/format.pipes';
import { Formats } from '@core/formats';
import { act, loaded } from '@core/load';
import { forgetLink, keepLink, keptLink } from '@core/personal-link';
import { TranslocoPipe } from '@jsverse/transloco';
import { StateTone, UiFact, UiFacts, UiIcon, UiPageHeader, UiProblem, UiState, UiWaiting } from '@ui';

const TONES: Record<AttendanceStatus, StateTone> = { full: 'good', partly: 'warn', absent: 'bad', excused: 'info' };

/** The page of a participant without an account: programme, attendance, and the code of the class. */
@Component({
  selector: 'app-personal-page',
  imports: [
    ...FORMAT_PIPES,
    MatButtonModule,
    MatFormFieldModule,
    MatInputModule,
    ReactiveFormsModule,
    RouterLink,
    TranslocoPipe,
    UiFact,
    UiFacts,
    UiIcon,
    UiPageHeader,
    UiProblem,
    UiState,
    UiWaiting,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './personal-page.html',
  styleUrl: './personal-page.scss',
})
export class PersonalPage {
  /** Absent when the QR code in class was opened: then the link kept on this device counts. */
  readonly token = input<string>();
  readonly code = input<string>();
  readonly session = input<string>();

  private readonly api = inject(RegistrationClient);
  private readonly formats = inject(Formats);
  private readonly router = inject(Router);
  protected readonly tones = TONES;
  protected readonly link = computed(() => this.token() ?? keptLink() ?? '');
  protected readonly page = loaded((token: string) => this.api.getPersonalLink(token));
  protected readonly typed = new FormControl('', { nonNullable: true, validators: Validators.required });
  private result: CheckedIn | undefined;
  protected readonly send = act(
    () => this.api.checkInByLink(this.link(), { code: this.typed.value.trim(), sessionId: this.session() }),
    {
      problems: 'page',
      then: (result) => {
        this.result = result;
        this.typed.reset();
        this.page.reload();
      },
    },
  );
  protected readonly dates = computed(() => {
    const shown = this.page.value();
    return shown ? this.formats.dateRange(shown.start, shown.end) : '';
  });
  protected readonly place = computed(() =>
    [this.page.value()?.venue, this.page.value()?.city].filter(Boolean).join(', '),
  );

  constructor() {
    effect(() => {
      this.page.load(this.link());
    });
    effect(() => {
      if (this.page.value()) keepLink(this.link());
    });
    effect(() => {
      const code = this.code();
      if (code) this.typed.setValue(code);
    });
  }

  protected done(): CheckedIn | undefined {
    return this.send.problem() ? undefined : this.result;
  }

  protected clock(time: string): string {
    return time.slice(0, 5).replace(':', '.');
  }

  /** A device that somebody with an account uses too. */
  protected signIn(): void {
    forgetLink();
    const { session, code } = this;
    const query = new URLSearchParams({ session: session() ?? '', code: code() ?? '' }).toString();
    void this.router.navigate(['/sign-in'], { queryParams: { back: `/check-in?${query}` } });
  }
}
