import { ChangeDetectionStrategy, Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { FormControl } from '@angular/forms';
import { MatButtonModule } from '@angular/material/button';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { CandidateRow, ParticipantsClient, ParticipationClient, RefusedPersonAnswer, TrainingsClient } from '@api';
import { FORMAT_PIPES } from '@core/format.pipes';
import { Formats } from '@core/formats';
import { act, loaded } from '@core/load';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import {
  Confirm,
  UiBulkActions,
  UiCell,
  UiEmpty,
  UiListPage,
  UiLookup,
  UiProblem,
  UiState,
  UiWaiting,
  listState,
} from '@ui';
import { map, of } from 'rxjs';
import { TrainingReference } from '../training-reference';
import { AppParticipantState } from './participant-state';
import { RefusedPeople } from './refused-people';
import { UnitRoomLabel } from './unit-room';

/** Whom a unit sends to a training: everybody of the own units, those who gain most first, with the reason. */
@Component({
  selector: 'app-nominate-people',
  imports: [
    AppParticipantState,
    ...FORMAT_PIPES,
    MatButtonModule,
    RefusedPeople,
    RouterLink,
    TranslocoPipe,
    UiBulkActions,
    UiCell,
    UiEmpty,
    UiListPage,
    UiLookup,
    UiProblem,
    UiState,
    UiWaiting,
    UnitRoomLabel,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './nominate-people.html',
  styleUrl: './nominate-people.scss',
})
export class NominatePeople {
  private readonly trainings = inject(TrainingsClient);
  private readonly participants = inject(ParticipantsClient);
  private readonly participation = inject(ParticipationClient);
  private readonly router = inject(Router);
  private readonly confirm = inject(Confirm);
  private readonly transloco = inject(TranslocoService);
  private readonly formats = inject(Formats);
  protected readonly reference = inject(TrainingReference);

  protected readonly chosen = toSignal(
    inject(ActivatedRoute).queryParamMap.pipe(map((params) => params.get('training'))),
    { requireSync: true },
  );
  protected readonly field = new FormControl<string | null>(null);
  protected readonly refused = signal<readonly RefusedPersonAnswer[]>([]);
  /** A training whose last day is over may wait for its completion; nobody is sent there any more. */
  protected readonly open = loaded(() =>
    this.reference.openTrainings().pipe(map((rows) => rows.filter(({ end }) => end >= this.formats.today()))),
  );
  protected readonly training = loaded((id: string) => this.trainings.getTraining(id));
  protected readonly quotas = loaded((id: string) => this.participants.getUnitQuotas(id));
  protected readonly dates = computed(() => {
    const plan = this.training.value()?.plan;
    return plan ? this.datesOf(plan) : '';
  });

  protected readonly list = listState<CandidateRow>({
    name: 'candidates',
    prefix: 'c.',
    id: (row) => row.employeeId,
    selectable: true,
    columns: [
      { key: 'name', label: 'participants.column.name', main: true, value: (row) => row.name },
      { key: 'number', label: 'participants.column.number', hidden: true },
      { key: 'unit', label: 'participants.column.unit', value: (row) => row.unit },
      { key: 'position', label: 'participants.nominate.position', value: (row) => row.position },
      { key: 'hours', label: 'participants.desk.hours', align: 'end', value: (row) => this.hours(row) },
      { key: 'reason', label: 'participants.nominate.reason', width: '14rem' },
      { key: 'room', label: 'participants.desk.room' },
    ],
    filters: [
      { key: 'q', label: 'participants.filter.q', kind: 'search' },
      { key: 'recommended', label: 'participants.nominate.recommended', kind: 'yes' },
      {
        key: 'unitId',
        label: 'participants.column.unit',
        kind: 'lookup',
        find: this.reference.findUnits,
        describe: this.reference.nameOfUnit,
      },
    ],
    load: ({ page, size, filters }) => {
      const training = this.chosen();
      return training
        ? this.participation.listCandidates(
            training,
            filters['unitId'],
            filters['recommended'] === 'true',
            filters['q'],
            page,
            size,
          )
        : of({ items: [], total: 0 });
    },
  });

  protected readonly nominate = act(
    (employeeIds: string[], note: string | undefined, recommended: boolean) =>
      this.participants.nominateParticipants(this.chosen() ?? '', { employeeIds, note, recommended }),
    { done: 'participants.nominated' },
  );

  constructor() {
    effect(() => {
      const id = this.chosen();
      untracked(() => {
        this.field.setValue(id);
        this.refused.set([]);
        if (!id) {
          this.open.load();
          return;
        }
        this.training.load(id);
        this.quotas.load(id);
        this.list.reload();
      });
    });
  }

  protected datesOf({ start, end }: { start: string; end: string }): string {
    return this.formats.dateRange(start, end);
  }

  protected choose(id: string | undefined): void {
    void this.router.navigate([], { queryParams: { tab: 'nominate', training: id ?? null } });
  }

  protected able(rows: readonly CandidateRow[]): readonly CandidateRow[] {
    return rows.filter((row) => row.canNominate);
  }

  protected why(row: CandidateRow): string {
    const { shortage, jp, targetJp } = row;
    return this.transloco.translate('participants.recommend.reason', { shortage, jp, target: targetJp });
  }

  protected async send(rows: readonly CandidateRow[]): Promise<void> {
    const able = this.able(rows);
    const answer = await this.confirm.ask({
      title: this.transloco.translate('participants.nominate.title', { count: able.length }),
      text: this.transloco.translate('participants.nominate.text'),
      action: this.transloco.translate('participants.add.nominate', { count: able.length }),
      reason: 'optional',
      reasonLabel: this.transloco.translate('participants.column.note'),
      reasonMaximum: 500,
    });
    if (!answer) return;
    // Whom the list recommends keeps the figures as the reason; the others were chosen by hand.
    const refused: RefusedPersonAnswer[] = [];
    for (const recommended of [true, false]) {
      const ids = able.filter((row) => row.recommended === recommended).map((row) => row.employeeId);
      if (!ids.length) continue;
      const outcome = await this.nominate.run(ids, answer.reason || undefined, recommended);
      refused.push(...(outcome?.refused ?? []));
    }
    this.list.reload();
    this.quotas.reload();
    this.refused.set(refused);
  }

  private hours(row: CandidateRow): string {
    return row.targetJp ? `${this.formats.number(row.jp)} / ${this.formats.jp(row.targetJp)}` : this.formats.jp(row.jp);
  }
}
