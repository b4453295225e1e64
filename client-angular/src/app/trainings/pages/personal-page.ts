import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { AttendanceStatus, RegistrationClient } from '@api';
import { FORMAT_PIPES } from '@core/format.pipes';
import { Formats } from '@core/formats';
import { loaded } from '@core/load';
import { forgetLink, keepLink, keptLink } from '@core/personal-link';
import { TranslocoPipe } from '@jsverse/transloco';
import { StateTone, UiFact, UiFacts, UiPageHeader, UiProblem, UiState, UiWaiting } from '@ui';
import { CheckInForm } from '../parts/check-in-form';
import { placeOf } from '../training-words';

const TONES: Record<AttendanceStatus, StateTone> = { full: 'good', partly: 'warn', absent: 'bad', excused: 'info' };

/** The page of a participant without an account: programme, attendance, and the code of the class. */
@Component({
  selector: 'app-personal-page',
  imports: [
    CheckInForm,
    ...FORMAT_PIPES,
    MatButtonModule,
    RouterLink,
    TranslocoPipe,
    UiFact,
    UiFacts,
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
  protected readonly send = (code: string) => this.api.checkInByLink(this.link(), { code, sessionId: this.session() });
  protected readonly dates = computed(() => {
    const shown = this.page.value();
    return shown ? this.formats.dateRange(shown.start, shown.end) : '';
  });
  protected readonly place = computed(() => placeOf(this.page.value() ?? {}));

  constructor() {
    effect(() => {
      this.page.load(this.link());
    });
    effect(() => {
      if (this.page.value()) keepLink(this.link());
    });
  }

  /** A device that somebody with an account uses too. */
  protected signIn(): void {
    forgetLink();
    const { session, code } = this;
    const query = new URLSearchParams({ session: session() ?? '', code: code() ?? '' }).toString();
    void this.router.navigate(['/sign-in'], { queryParams: { back: `/check-in?${query}` } });
  }
}
