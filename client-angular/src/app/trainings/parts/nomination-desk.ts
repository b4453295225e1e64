import { ChangeDetectionStrategy, Component, ElementRef, inject, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { NominationRow, ParticipantSource, ParticipationClient, RefusedPersonAnswer } from '@api';
import { FORMAT_PIPES } from '@core/format.pipes';
import { LocalTextPipe } from '@core/local-text.pipe';
import { Formats } from '@core/formats';
import { act } from '@core/load';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiBulkActions, UiCell, UiListPage, UiRowActions, UiState, isTyping, listState } from '@ui';
import { Decisions } from '../decisions';
import { TrainingReference } from '../training-reference';
import { RefusedPeople } from './refused-people';
import { UnitRoomLabel } from './unit-room';

const SOURCES: ParticipantSource[] = ['nominatedByUnit', 'applied', 'recommended', 'chosen', 'imported'];

/** Candidates who wait for my decision, oldest first, with what speaks for and against them; many at once. */
@Component({
  selector: 'app-nomination-desk',
  imports: [
    ...FORMAT_PIPES,
    LocalTextPipe,
    MatButtonModule,
    RefusedPeople,
    TranslocoPipe,
    UiBulkActions,
    UiCell,
    UiListPage,
    UiRowActions,
    UiState,
    UnitRoomLabel,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './nomination-desk.html',
  styles: `
    .nowrap {
      white-space: nowrap;
    }
    @media (max-width: 719px) {
      .keys {
        display: none;
      }
    }
  `,
  host: { '(document:keydown)': 'onKey($event)' },
})
export class NominationDesk {
  private readonly api = inject(ParticipationClient);
  private readonly formats = inject(Formats);
  private readonly decisions = inject(Decisions);
  private readonly reference = inject(TrainingReference);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly refused = signal<readonly RefusedPersonAnswer[]>([]);

  protected readonly list = listState<NominationRow>({
    name: 'nominations',
    id: (row) => row.participantId,
    selectable: true,
    columns: [
      { key: 'name', label: 'participants.column.name', main: true, width: '10rem', value: (row) => row.name },
      { key: 'number', label: 'participants.column.number', hidden: true },
      { key: 'unit', label: 'participants.column.unit', value: (row) => row.unit },
      { key: 'training', label: 'participants.desk.training', width: '16rem' },
      { key: 'hours', label: 'participants.desk.hours', align: 'end', value: (row) => this.hours(row) },
      { key: 'room', label: 'participants.desk.room' },
      { key: 'source', label: 'participants.column.source' },
      { key: 'note', label: 'participants.column.note', width: '10rem' },
    ],
    filters: [
      { key: 'q', label: 'participants.filter.q', kind: 'search' },
      {
        key: 'trainingId',
        label: 'participants.desk.training',
        kind: 'lookup',
        find: this.reference.findTrainings,
        describe: this.reference.nameOfTraining,
      },
      {
        key: 'source',
        label: 'participants.column.source',
        kind: 'choice',
        options: SOURCES.map((source) => ({ value: source, label: `participants.source.${source}` })),
      },
      {
        key: 'unitId',
        label: 'participants.column.unit',
        kind: 'lookup',
        find: this.reference.findUnits,
        describe: this.reference.nameOfUnit,
      },
    ],
    load: ({ page, size, filters }) =>
      this.api.listNominations(
        filters['trainingId'],
        filters['unitId'],
        filters['source'] as ParticipantSource | undefined,
        filters['q'],
        page,
        size,
      ),
  });

  protected readonly decide = act(
    (rows: readonly NominationRow[], approve: boolean, reason?: string) =>
      this.decisions.send(
        rows.map(({ participantId }) => participantId),
        approve,
        reason,
      ),
    {
      then: (outcome) => {
        this.decisions.tell(outcome, (refused) => {
          this.showRefused(refused);
        });
        this.showRefused(outcome.refused);
      },
      failed: () => this.list.reload(),
    },
  );

  protected dates(row: NominationRow): string {
    return this.formats.dateRange(row.start, row.end);
  }

  /** A approves, T rejects: the chosen ones, or the one the keys stand on. */
  protected onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (document.querySelector('.cdk-overlay-backdrop, .cdk-dialog-container')) return;
    const key = event.key.toLowerCase();
    if (key !== 'a' && key !== 't') return;
    const rows = this.meant();
    if (rows.length === 0) return;
    event.preventDefault();
    void (key === 'a' ? this.approve(rows) : this.reject(rows));
  }

  protected async approve(rows: readonly NominationRow[]): Promise<void> {
    const able = rows.filter((row) => !row.isOwn);
    if (able.length > 0) await this.decide.run(able, true);
  }

  protected async reject(rows: readonly NominationRow[]): Promise<void> {
    const able = rows.filter((row) => !row.isOwn);
    if (able.length === 0) return;
    const answer = await this.decisions.askToReject(able);
    if (answer) await this.decide.run(able, false, answer.reason);
  }

  private showRefused(refused: readonly RefusedPersonAnswer[]): void {
    this.refused.set(refused);
    this.list.reload();
  }

  private meant(): readonly NominationRow[] {
    const chosen = this.list.selectedRows();
    if (chosen.length > 0) return chosen;
    const lines = [...this.host.querySelectorAll('tbody tr[data-row]')];
    const row = this.list.rows()[lines.findIndex((line) => line.contains(document.activeElement))];
    return row ? [row] : [];
  }

  private hours(row: NominationRow): string {
    return row.targetJp ? `${this.formats.number(row.jp)} / ${this.formats.jp(row.targetJp)}` : this.formats.jp(row.jp);
  }
}
