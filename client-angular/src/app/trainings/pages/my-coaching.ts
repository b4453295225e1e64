import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { CoachingClient, CoachingRow } from '@api';
import { loaded } from '@core/load';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiEmpty, UiPageHeader, UiProblem, UiWaiting } from '@ui';
import { firstValueFrom } from 'rxjs';
import { CoachingCard } from '../parts/coaching-card';
import { MeetingDialog } from '../parts/meeting-dialog';

/** My coaching and mentoring, as participant and as coach: what is agreed, and meetings to be noted. */
@Component({
  selector: 'app-my-coaching',
  imports: [CoachingCard, TranslocoPipe, UiEmpty, UiPageHeader, UiProblem, UiWaiting],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ui-page-header
      [title]="'participants.coaching.mine' | transloco"
      [subtitle]="'participants.coaching.mineIntro' | transloco"
    />
    @if (rows.problem(); as problem) {
      <ui-problem [problem]="problem" (retry)="rows.reload()" />
    } @else if (rows.value(); as shown) {
      @if (shown.length > 0) {
        <ul>
          @for (row of shown; track row.agreementId) {
            <li>
              <app-coaching-card [row]="row" [showsTraining]="true" (note)="note(row)" (removed)="rows.reload()" />
            </li>
          }
        </ul>
      } @else {
        <ui-empty
          [title]="'participants.coaching.empty' | transloco"
          [text]="'participants.coaching.mineEmpty' | transloco"
        />
      }
    } @else {
      <ui-waiting />
    }
  `,
  styles: `
    ul {
      display: grid;
      gap: var(--space-3);
      margin: 0;
      padding: 0;
      list-style: none;
    }
  `,
})
export class MyCoaching {
  private readonly api = inject(CoachingClient);
  private readonly dialog = inject(MatDialog);
  protected readonly rows = loaded(() => this.api.listMyCoaching());

  constructor() {
    this.rows.load();
  }

  protected async note(row: CoachingRow): Promise<void> {
    const opened = this.dialog.open<MeetingDialog, CoachingRow, boolean>(MeetingDialog, {
      data: { ...row },
      width: '32rem',
      maxWidth: 'calc(100vw - 24px)',
    });
    if (await firstValueFrom(opened.afterClosed())) this.rows.reload();
  }
}
