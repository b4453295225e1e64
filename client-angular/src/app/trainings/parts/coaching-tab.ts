import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { CoachingClient, CoachingRow, ParticipantsClient } from '@api';
import { act, loaded } from '@core/load';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiEmpty, UiIcon, UiProblem, UiWaiting } from '@ui';
import { firstValueFrom } from 'rxjs';
import { CoachingCard } from './coaching-card';
import { CoachingDialog, CoachingDialogData } from './coaching-dialog';
import { MeetingDialog } from './meeting-dialog';

/** Coaching and mentoring of a training: contracts of learning, meetings held, monitoring form 3.4. */
@Component({
  selector: 'app-coaching-tab',
  imports: [CoachingCard, MatButtonModule, TranslocoPipe, UiEmpty, UiIcon, UiProblem, UiWaiting],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (rows.problem(); as problem) {
      <ui-problem [problem]="problem" (retry)="rows.reload()" />
    } @else if (rows.value(); as shown) {
      <div class="row tools">
        <a matButton="outlined" [href]="form + 'pdf'" download
          ><ui-icon name="print" /> {{ 'participants.coaching.formPdf' | transloco }}</a
        >
        <a matButton="outlined" [href]="form + 'xlsx'" download
          ><ui-icon name="download" /> {{ 'participants.coaching.formXlsx' | transloco }}</a
        >
        <span class="grow"></span>
        @if (canManage()) {
          <button matButton="filled" type="button" (click)="open(shown)">
            <ui-icon name="plus" /> {{ 'participants.coaching.add' | transloco }}
          </button>
        }
      </div>
      @if (shown.length > 0) {
        <ul>
          @for (row of shown; track row.agreementId) {
            <li>
              <app-coaching-card
                [row]="row"
                (note)="note(row)"
                (edit)="open(shown, row)"
                (attached)="attach.run(row.agreementId, $event)"
              />
            </li>
          }
        </ul>
      } @else {
        <ui-empty
          [title]="'participants.coaching.empty' | transloco"
          [text]="'participants.coaching.emptyHelp' | transloco"
        >
          @if (canManage()) {
            <button matButton="outlined" type="button" (click)="open(shown)">
              {{ 'participants.coaching.add' | transloco }}
            </button>
          }
        </ui-empty>
      }
    } @else {
      <ui-waiting />
    }
  `,
  styles: `
    .tools {
      flex-wrap: wrap;
      margin-bottom: var(--space-4);
    }
    ul {
      display: grid;
      gap: var(--space-3);
      margin: 0;
      padding: 0;
      list-style: none;
    }
  `,
})
export class CoachingTab {
  readonly trainingId = input.required<string>();

  private readonly api = inject(CoachingClient);
  private readonly participants = inject(ParticipantsClient);
  private readonly dialog = inject(MatDialog);
  protected readonly rows = loaded((training: string) => this.api.listCoaching(training));
  private readonly summary = loaded((training: string) => this.participants.getParticipantSummary(training));
  protected readonly canManage = computed(() => this.summary.value()?.canManage ?? false);
  protected readonly attach = act(
    (agreement: string, file: File) =>
      this.api.uploadLearningContract(this.trainingId(), agreement, { data: file, fileName: file.name }),
    { done: 'participants.coaching.attached', then: () => this.rows.reload() },
  );

  constructor() {
    effect(() => {
      this.rows.load(this.trainingId());
      this.summary.load(this.trainingId());
    });
  }

  protected get form(): string {
    return `/api/v1/trainings/${this.trainingId()}/monitoring-forms/3.4?format=`;
  }

  protected async open(rows: readonly CoachingRow[], row?: CoachingRow): Promise<void> {
    const data = { trainingId: this.trainingId(), row, taken: rows.map((one) => one.participantId) };
    const opened = this.dialog.open<CoachingDialog, CoachingDialogData, boolean>(CoachingDialog, {
      data,
      width: '38rem',
      maxWidth: 'calc(100vw - 24px)',
    });
    if (await firstValueFrom(opened.afterClosed())) this.rows.reload();
  }

  protected async note(row: CoachingRow): Promise<void> {
    const opened = this.dialog.open<MeetingDialog, CoachingRow, boolean>(MeetingDialog, {
      data: row,
      width: '32rem',
      maxWidth: 'calc(100vw - 24px)',
    });
    if (await firstValueFrom(opened.afterClosed())) this.rows.reload();
  }
}
