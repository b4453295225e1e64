import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { MatButtonModule } from '@angular/material/button';
import { MatMenuModule } from '@angular/material/menu';
import { ParticipantRow, ParticipantState, ParticipantsClient } from '@api';
import { FORMAT_PIPES } from '@core/format.pipes';
import { LocalTextPipe } from '@core/local-text.pipe';
import { AppMailTrack } from '@core/mail/mail-track';
import { SendMail } from '@core/mail/send-mail';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { Confirm, UiBulkActions, UiCell, UiIcon, UiListPage, UiRowActions, fileAddress, listState, many } from '@ui';
import { Decisions } from '../decisions';
import { AppParticipantState } from './participant-state';
import { PARTICIPANT_STATES, ParticipantPlaces } from './participant-places';
import { ParticipantsStore } from './participants.store';
import { RefusedPeople } from './refused-people';
import { ReplaceParticipant } from './replace-participant';

/** People of a training: who they are, where they stand, and what may be done with them. */
@Component({
  selector: 'app-participants-tab',
  imports: [
    AppMailTrack,
    AppParticipantState,
    ...FORMAT_PIPES,
    LocalTextPipe,
    MatButtonModule,
    MatMenuModule,
    ParticipantPlaces,
    RefusedPeople,
    ReplaceParticipant,
    TranslocoPipe,
    UiBulkActions,
    UiCell,
    UiIcon,
    UiListPage,
    UiRowActions,
  ],
  providers: [ParticipantsStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './participants-tab.html',
})
export class ParticipantsTab {
  readonly trainingId = input.required<string>();

  private readonly api = inject(ParticipantsClient);
  private readonly confirm = inject(Confirm);
  private readonly decisions = inject(Decisions);
  private readonly sendMail = inject(SendMail);
  private readonly transloco = inject(TranslocoService);
  protected readonly store = inject(ParticipantsStore);
  protected readonly manages = computed(() => this.store.summary.value()?.canManage ?? false);
  protected readonly emptyText = computed(() => {
    const unit = this.store.summary.value()?.canNominate ? 'participants.emptyUnit' : 'participants.emptyReader';
    return this.manages() ? 'participants.emptyHelp' : unit;
  });
  protected readonly replacing = signal<ParticipantRow | undefined>(undefined);

  protected readonly list = listState<ParticipantRow>({
    name: 'participants',
    prefix: 'p.',
    id: (row) => row.id,
    selectable: true,
    columns: [
      { key: 'name', label: 'participants.column.name', sort: 'name', main: true, value: (row) => row.name },
      { key: 'number', label: 'participants.column.number' },
      { key: 'unit', label: 'participants.column.unit', value: (row) => row.affiliation },
      { key: 'state', label: 'participants.column.state', sort: 'state' },
      { key: 'mail', label: 'participants.column.mail' },
      { key: 'note', label: 'participants.column.note' },
      { key: 'source', label: 'participants.column.source', hidden: true },
    ],
    filters: [
      { key: 'q', label: 'participants.filter.q', kind: 'search' },
      {
        key: 'state',
        label: 'participants.column.state',
        kind: 'choices',
        options: PARTICIPANT_STATES.map((state) => ({ value: state, label: `participants.state.${state}` })),
      },
    ],
    load: ({ page, size, sort, filters }) =>
      this.api.listParticipants(
        this.trainingId(),
        many(filters['state']) as ParticipantState[],
        undefined,
        filters['q'],
        sort,
        page,
        size,
      ),
    export: (format, query) =>
      fileAddress(`/api/v1/trainings/${this.trainingId()}/participants/export`, format, query, { several: ['state'] }),
  });

  constructor() {
    effect(() => {
      this.store.summary.load(this.trainingId());
    });
    this.store.changed.pipe(takeUntilDestroyed()).subscribe(() => {
      this.list.reload();
    });
  }

  protected may(
    rows: readonly ParticipantRow[],
    what: 'canInvite' | 'canConfirm' | 'canWithdraw' | 'canDecide',
  ): boolean {
    return rows.some((row) => row[what]);
  }

  /** To one person the button says it all; many letters at once are asked about, for they cannot be called back. */
  protected async invite(rows: readonly ParticipantRow[]): Promise<void> {
    const able = rows.filter((row) => row.canInvite);
    if (able.length > 1 && !(await this.areMeant('inviteMany', able.length))) return;
    await this.store.invite.run(
      this.trainingId(),
      able.map((row) => row.id),
    );
  }

  protected async withdraw(rows: readonly ParticipantRow[]): Promise<void> {
    const able = rows.filter((row) => row.canWithdraw);
    const [only] = able.length === 1 ? able : [];
    const told = able.filter(knowsOfIt).length;
    const freed = able.filter(holdsPlace).length;
    const answer = await this.confirm.ask({
      title: only ? this.words('withdraw.titleOne', { name: only.name }) : this.words('withdraw.title'),
      text: this.words('withdraw.text', { count: able.length }),
      points: [
        ...(told > 0 ? [this.words('withdraw.told', { count: told })] : []),
        ...(freed > 0 ? [this.words('withdraw.freed', { count: freed })] : []),
      ],
      action: this.words('withdraw.action'),
      reason: 'required',
      destructive: true,
    });
    if (!answer) return;
    await this.store.withdraw.run(
      this.trainingId(),
      able.map((row) => row.id),
      answer.reason,
    );
  }

  protected async approve(rows: readonly ParticipantRow[]): Promise<void> {
    await this.store.decide.run(
      rows.filter((row) => row.canDecide).map((row) => row.id),
      true,
    );
  }

  protected async reject(rows: readonly ParticipantRow[]): Promise<void> {
    const able = rows.filter((row) => row.canDecide);
    const answer = await this.decisions.askToReject(able);
    if (!answer) return;
    await this.store.decide.run(
      able.map((row) => row.id),
      false,
      answer.reason,
    );
  }

  protected async record(row: ParticipantRow, confirmed: boolean): Promise<void> {
    await this.store.confirm.run(this.trainingId(), row.id, confirmed);
  }

  protected async confirmMany(rows: readonly ParticipantRow[]): Promise<void> {
    const able = rows.filter((row) => row.canConfirm);
    if (able.length > 1 && !(await this.areMeant('confirmMany', able.length))) return;
    await this.store.confirmMany.run(this.trainingId(), able);
  }

  protected async sendAgain(row: ParticipantRow): Promise<void> {
    const { name, mail, isExternal } = row;
    const address = await this.sendMail.ask({ name, address: mail?.toAddress, external: isExternal });
    if (address === undefined) return;
    await this.store.sendMail.run(this.trainingId(), row.id, address || undefined);
  }

  private areMeant(act: 'inviteMany' | 'confirmMany', count: number): Promise<unknown> {
    return this.confirm.ask({
      title: this.words(`${act}.title`),
      text: this.words(`${act}.text`, { count }),
      action: this.words(`${act}.action`),
    });
  }

  private words(key: string, values?: Record<string, unknown>): string {
    return this.transloco.translate(`participants.${key}`, values);
  }
}

/** Whom others put forward hears of it with the invitation. */
function knowsOfIt({ state, source }: ParticipantRow): boolean {
  return (state !== 'nominated' && state !== 'approved') || source === 'applied' || source === 'registered';
}

function holdsPlace({ state }: ParticipantRow): boolean {
  return state === 'invited' || state === 'confirmed';
}
