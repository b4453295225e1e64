import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { MyParticipation, ParticipantsClient, ParticipationClient } from '@api';
import { FORMAT_PIPES } from '@core/format.pipes';
import { Formats } from '@core/formats';
import { act } from '@core/load';
import { LocalTextPipe } from '@core/local-text.pipe';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { Confirm, UiCell, UiListPage, UiRowActions, listState } from '@ui';
import { AppParticipantState } from '../parts/participant-state';
import { placeOf } from '../training-words';

/** My trainings: what I am asked, where I go, what I passed. */
@Component({
  selector: 'app-my-participations',
  imports: [
    AppParticipantState,
    ...FORMAT_PIPES,
    LocalTextPipe,
    MatButtonModule,
    RouterLink,
    TranslocoPipe,
    UiCell,
    UiListPage,
    UiRowActions,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ui-list-page
      [list]="list"
      [title]="'participants.mine.title' | transloco"
      [emptyTitle]="'participants.mine.empty' | transloco"
      [emptyText]="'participants.mine.emptyHelp' | transloco"
    >
      <ng-container uiActions>
        <a matButton="outlined" routerLink="/catalogue/coaching">{{ 'participants.coaching.mine' | transloco }}</a>
        <a matButton="outlined" routerLink="/catalogue">{{ 'participants.catalogue.title' | transloco }}</a>
        <a matButton="filled" routerLink="/check-in">{{ 'participants.checkIn.title' | transloco }}</a>
      </ng-container>
      <ng-template uiCell="state" let-row>
        <div>
          <app-participant-state [state]="row.state" [rank]="row.reserveRank" />
          @if (row.invitedUntil) {
            <div class="small muted">{{ 'participants.until' | transloco }} {{ row.invitedUntil | dayTime }}</div>
          }
          @if (row.reason) {
            <div class="small muted">{{ row.reason | localText }}</div>
          }
        </div>
      </ng-template>
      <ng-template uiRowActions let-row>
        @if (row.canAnswer) {
          <button matButton="filled" type="button" [disabled]="answer.running()" (click)="take(row)">
            {{ 'participants.answer.confirm' | transloco }}
          </button>
          <button matButton type="button" [disabled]="answer.running()" (click)="decline(row)">
            {{ 'participants.answer.decline' | transloco }}
          </button>
        } @else if (row.canWithdraw) {
          <button matButton type="button" [disabled]="leave.running()" (click)="withdraw(row)">
            {{ 'participants.mine.withdraw' | transloco }}
          </button>
        }
      </ng-template>
    </ui-list-page>
  `,
})
export class MyParticipations {
  private readonly api = inject(ParticipationClient);
  private readonly participants = inject(ParticipantsClient);
  private readonly formats = inject(Formats);
  private readonly confirm = inject(Confirm);
  private readonly transloco = inject(TranslocoService);

  protected readonly list = listState<MyParticipation>({
    name: 'my-participations',
    id: (row) => row.participantId,
    link: (row) => ['/trainings', row.trainingId],
    columns: [
      { key: 'training', label: 'participants.desk.training', main: true, value: (row) => row.training },
      { key: 'dates', label: 'participants.answer.dates', value: (row) => this.formats.dateRange(row.start, row.end) },
      { key: 'place', label: 'participants.answer.place', value: (row) => placeOf(row) },
      { key: 'state', label: 'participants.column.state' },
    ],
    load: ({ page, size }) => this.api.listMyParticipations(page, size),
  });

  protected readonly answer = act(
    (row: MyParticipation, confirm: boolean, reason?: string) =>
      this.participants.confirmParticipation(row.trainingId, row.participantId, { confirm, reason }),
    {
      done: 'participants.answered',
      then: () => {
        this.list.reload();
      },
    },
  );

  protected readonly leave = act(
    (row: MyParticipation, reason: string) =>
      this.participants.withdrawParticipant(row.trainingId, { participantIds: [row.participantId], reason }),
    {
      done: 'participants.mine.withdrawn',
      then: () => {
        this.list.reload();
      },
    },
  );

  protected async withdraw(row: MyParticipation): Promise<void> {
    const given = await this.confirm.ask({
      title: this.transloco.translate('participants.mine.withdrawTitle'),
      text: this.transloco.translate('participants.mine.withdrawText', { training: row.training }),
      action: this.transloco.translate('participants.mine.withdraw'),
      reason: 'required',
      reasonMaximum: 500,
      destructive: true,
    });
    if (given) await this.leave.run(row, given.reason);
  }

  protected async take(row: MyParticipation): Promise<void> {
    await this.answer.run(row, true);
  }

  protected async decline(row: MyParticipation): Promise<void> {
    const given = await this.confirm.ask({
      title: this.transloco.translate('participants.mine.declineTitle'),
      text: row.training,
      action: this.transloco.translate('participants.answer.sendDecline'),
      reason: 'optional',
    });
    if (given) await this.answer.run(row, false, given.reason || undefined);
  }
}
