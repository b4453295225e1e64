import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { NominationRow, ParticipationClient } from '@api';
import { FORMAT_PIPES } from '@core/format.pipes';
import { Formats } from '@core/formats';
import { act } from '@core/load';
import { Notices } from '@core/notices';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { Confirm, UiBulkActions, UiCell, UiListPage, UiRowActions, UiState, listState } from '@ui';

/** The approval desk of units and superiors: candidates waiting, oldest first, many at once. */
@Component({
  selector: 'app-nominations',
  imports: [...FORMAT_PIPES, MatButtonModule, TranslocoPipe, UiBulkActions, UiCell, UiListPage, UiRowActions, UiState],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ui-list-page
      [list]="list"
      [title]="'participants.desk.title' | transloco"
      [intro]="'participants.desk.intro' | transloco"
      [emptyTitle]="'participants.desk.empty' | transloco"
      [emptyText]="'participants.desk.emptyHelp' | transloco"
    >
      <ng-template uiCell="number" let-row>{{ row.identityNumber | identityNumber }}</ng-template>
      <ng-template uiCell="finding" let-row>
        @if (row.overlapsWith) {
          <ui-state tone="warn">{{
            'participants.desk.overlaps' | transloco: { training: row.overlapsWith }
          }}</ui-state>
        }
        @if (row.isOwn) {
          <span class="small muted">{{ 'participants.desk.own' | transloco }}</span>
        }
      </ng-template>
      <ng-template uiRowActions let-row>
        @if (!row.isOwn) {
          <button matButton type="button" (click)="approve([row])">{{ 'participants.approve' | transloco }}</button>
          <button matButton type="button" (click)="reject([row])">
            {{ 'participants.reject.action' | transloco }}
          </button>
        }
      </ng-template>
      <ng-template uiBulkActions let-rows>
        <button matButton="filled" type="button" [disabled]="decide.running()" (click)="approve(rows)">
          {{ 'participants.approve' | transloco }}
        </button>
        <button matButton type="button" [disabled]="decide.running()" (click)="reject(rows)">
          {{ 'participants.reject.action' | transloco }}
        </button>
      </ng-template>
    </ui-list-page>
  `,
})
export class Nominations {
  private readonly api = inject(ParticipationClient);
  private readonly formats = inject(Formats);
  private readonly confirm = inject(Confirm);
  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);

  protected readonly list = listState<NominationRow>({
    name: 'nominations',
    id: (row) => row.participantId,
    selectable: true,
    columns: [
      { key: 'name', label: 'participants.column.name', main: true, value: (row) => row.name },
      { key: 'number', label: 'participants.column.number' },
      { key: 'unit', label: 'participants.column.unit', value: (row) => row.unit },
      { key: 'training', label: 'participants.desk.training', value: (row) => row.training },
      {
        key: 'dates',
        label: 'participants.answer.dates',
        value: (row) => this.formats.dateRange(row.start, row.end),
      },
      { key: 'note', label: 'participants.column.note', value: (row) => row.note },
      { key: 'finding', label: 'participants.desk.finding' },
    ],
    load: ({ page, size }) => this.api.listNominations(undefined, page, size),
  });

  protected readonly decide = act(
    (rows: readonly NominationRow[], approve: boolean, reason?: string) =>
      this.api.decideParticipants({
        decisions: rows.map(({ participantId }) => ({ participantId, approve, reason })),
      }),
    {
      then: (outcome) => {
        this.notices.say('participants.decided', { done: outcome.done.length, refused: outcome.refused.length });
        this.list.reload();
      },
    },
  );

  protected async approve(rows: readonly NominationRow[]): Promise<void> {
    await this.decide.run(
      rows.filter((row) => !row.isOwn),
      true,
    );
  }

  protected async reject(rows: readonly NominationRow[]): Promise<void> {
    const able = rows.filter((row) => !row.isOwn);
    const answer = await this.confirm.ask({
      title: this.transloco.translate('participants.reject.title'),
      text: this.transloco.translate('participants.reject.text', { count: able.length }),
      action: this.transloco.translate('participants.reject.action'),
      reason: 'required',
    });
    if (answer) await this.decide.run(able, false, answer.reason);
  }
}
