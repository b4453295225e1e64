import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { AttendanceClient } from '@api';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiPageHeader } from '@ui';
import { CheckInForm } from '../parts/check-in-form';

/** The participant's own attendance: the QR code brings the code along, others type it. */
@Component({
  selector: 'app-check-in',
  imports: [CheckInForm, TranslocoPipe, UiPageHeader],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ui-page-header
      [title]="'participants.checkIn.title' | transloco"
      [subtitle]="'participants.checkIn.intro' | transloco"
    />
    <app-check-in-form class="card" [code]="code()" [send]="send" />
  `,
  styles: `
    app-check-in-form {
      display: block;
      max-width: 34rem;
    }
  `,
})
export class CheckIn {
  readonly code = input<string>();
  readonly session = input<string>();

  private readonly api = inject(AttendanceClient);
  protected readonly send = (code: string) => this.api.checkIn({ code, sessionId: this.session() });
}
