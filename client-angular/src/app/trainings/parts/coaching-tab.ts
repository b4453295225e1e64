import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { CoachingClient, CoachingRow, ParticipantsClient, SupervisedPeople } from '@api';
import { act, loaded } from '@core/load';
import { Notices } from '@core/notices';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiEmpty, UiIcon, UiProblem, UiWaiting } from '@ui';
import { firstValueFrom } from 'rxjs';
import { CoachingCard } from './coaching-card';
import { CoachingDialog, CoachingDialogData } from './coaching-dialog';
import { isSupervised } from '../supervision';
import { MeetingDialog } from './meeting-dialog';
import { SupervisionDialog } from './supervision-dialog';

/** Who accompanies the participants: coaches and mentors (monitoring form 3.4), and superiors who monitor learning. */
@Component({
  selector: 'app-coaching-tab',
  imports: [CoachingCard, MatButtonModule, TranslocoPipe, UiEmpty, UiIcon, UiProblem, UiWaiting],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (rows.problem(); as problem) {
      <ui-problem [problem]="problem" (retry)="rows.reload(); summary.reload()" />
    } @else if (rows.value(); as shown) {
      <div class="row tools">
        <a matButton="outlined" [href]="forms + '3.4?format=pdf'" download
          ><ui-icon name="print" /> {{ 'participants.coaching.formPdf' | transloco }}</a
        >
        <a matButton="outlined" [href]="forms + '3.4?format=xlsx'" download
          ><ui-icon name="download" /> {{ 'participants.coaching.formXlsx' | transloco }}</a
        >
        @if (hasSupervised()) {
          <a matButton="outlined" [href]="forms + 'supervision?format=pdf'" download
            ><ui-icon name="print" /> {{ 'participants.coaching.supervisionPdf' | transloco }}</a
          >
          <a matButton="outlined" [href]="forms + 'supervision?format=xlsx'" download
            ><ui-icon name="download" /> {{ 'participants.coaching.supervisionXlsx' | transloco }}</a
          >
        }
        <span class="grow"></span>
        @if (canManage()) {
          <button matButton="outlined" type="button" (click)="supervise()">
            {{ 'participants.coaching.supervise' | transloco }}
          </button>
          <button matButton="filled" type="button" (click)="open(shown)">
            <ui-icon name="plus" /> {{ 'participants.coaching.add' | transloco }}
          </button>
        }
      </div>
      @if (without().length > 0) {
        <p role="status" class="muted">
          {{ 'participants.coaching.without' | transloco: { count: without().length } }} {{ without().join('; ') }}
        </p>
      }
      @if (shown.length > 0) {
        <ul>
          @for (row of shown; track row.agreementId) {
            <li>
              <app-coaching-card
                [row]="row"
                (note)="note(row)"
                (edit)="open(shown, row)"
                (removed)="rows.reload()"
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
  private readonly notices = inject(Notices);
  /** Whom nobody can monitor: said until the page is left. */
  protected readonly without = signal<readonly string[]>([]);
  protected readonly rows = loaded((training: string) => this.api.listCoaching(training));
  protected readonly summary = loaded((training: string) => this.participants.getParticipantSummary(training));
  protected readonly canManage = computed(() => this.summary.value()?.canManage ?? false);
  protected readonly hasSupervised = computed(() => this.rows.value()?.some((row) => isSupervised(row.kind)) ?? false);
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

  protected get forms(): string {
    return `/api/v1/trainings/${this.trainingId()}/monitoring-forms/`;
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

  protected async supervise(): Promise<void> {
    const opened = this.dialog.open<SupervisionDialog, string, SupervisedPeople>(SupervisionDialog, {
      data: this.trainingId(),
      width: '36rem',
      maxWidth: 'calc(100vw - 24px)',
    });
    const done = await firstValueFrom(opened.afterClosed());
    if (!done) return;
    this.notices.say('participants.coaching.supervised', { made: done.made });
    if (done.takenOver > 0) this.notices.say('participants.coaching.takenOver', { taken: done.takenOver });
    this.without.set(done.without);
    this.rows.reload();
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
