import { ChangeDetectionStrategy, Component, computed, effect, inject, input, untracked } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { ImportRowView, ImportsClient, RowOutcome } from '@api';
import { FORMAT_PIPES } from '@core/format.pipes';
import { Formats } from '@core/formats';
import { Jobs } from '@core/jobs';
import { LocalTextPipe } from '@core/local-text.pipe';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import {
  Confirm,
  UiCell,
  UiFact,
  UiFacts,
  UiJobProgress,
  UiListPage,
  UiPageHeader,
  UiProblem,
  UiWaiting,
  listState,
} from '@ui';
import { ImportDetailStore } from '../import-detail.store';
import { UnitChoices } from '../../shell/unit-choices';
import { ImportDoubt } from '../parts/import-doubt';
import { ImportState } from '../parts/import-state';
import { ImportedValuePipe } from '../parts/imported-value';

const OUTCOMES = ['new', 'changed', 'leaving', 'doubtful', 'wrong', 'unchanged'] as const;

/** The dry run, and after it the result: what each row means, and the file of those that are wrong. */
@Component({
  imports: [
    MatButtonModule,
    TranslocoPipe,
    LocalTextPipe,
    ...FORMAT_PIPES,
    ImportDoubt,
    ImportState,
    ImportedValuePipe,
    UiCell,
    UiFact,
    UiFacts,
    UiJobProgress,
    UiListPage,
    UiPageHeader,
    UiProblem,
    UiWaiting,
  ],
  providers: [ImportDetailStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './import-detail.html',
  styleUrl: './import-detail.scss',
})
export class ImportDetail {
  readonly id = input.required<string>();
  protected readonly store = inject(ImportDetailStore);
  private readonly api = inject(ImportsClient);
  private readonly confirm = inject(Confirm);
  private readonly formats = inject(Formats);
  private readonly texts = inject(TranslocoService);
  private readonly units = inject(UnitChoices);

  /** Only people can be taken for others. */
  protected readonly outcomes = computed(() =>
    OUTCOMES.filter((key) => key !== 'doubtful' || this.store.import.value()?.kind === 'employees'),
  );
  protected readonly outcome = computed(() => this.rows.filter('outcome'));
  protected readonly working = computed(() => {
    const job = this.store.job();
    return job && !Jobs.hasEnded(job) ? job : undefined;
  });

  protected readonly rows = listState<ImportRowView>({
    name: 'import-rows',
    id: (row) => `${row.number ?? row.subjectId ?? row.key}`,
    columns: [
      {
        key: 'number',
        label: 'organization.import.row',
        align: 'end',
        width: '5rem',
        value: (row) => (row.number == null ? '–' : this.formats.number(row.number)),
      },
      { key: 'key', label: 'organization.import.key', value: (row) => this.formats.identityNumber(row.key) },
      { key: 'name', label: 'organization.import.rowName', main: true, value: (row) => row.name || '–' },
      { key: 'outcome', label: 'organization.import.outcome', value: (row) => this.word(row.outcome) },
      { key: 'what', label: 'organization.import.what2' },
    ],
    link: (row) =>
      row.subjectId &&
      (row.outcome !== 'new' ||
        this.store.import.value()?.kind === 'openingBalances' ||
        ['applied', 'stopped'].includes(this.store.import.value()?.state ?? ''))
        ? [this.store.import.value()?.kind === 'units' ? '/units' : '/employees', row.subjectId]
        : undefined,
    filters: [
      {
        key: 'outcome',
        label: 'organization.import.outcome',
        kind: 'choice',
        options: OUTCOMES.map((value) => ({ value, label: `organization.import.count.${value}` })),
      },
    ],
    load: ({ page, size, filters }) =>
      this.api.listImportRows(this.id(), filters['outcome'] as RowOutcome | undefined, undefined, page, size),
  });

  constructor() {
    effect(() => {
      this.store.import.load(this.id());
    });
    effect(() => {
      const found = this.store.import.value();
      if (found?.jobId && (found.state === 'reading' || found.state === 'applying')) {
        const label =
          found.state === 'reading'
            ? 'shell.jobKinds.organization_read_import'
            : 'shell.jobKinds.organization_apply_import';
        untracked(() => {
          this.store.follow(found.jobId ?? '', label);
        });
      }
    });
    effect(() => {
      const job = this.store.job();
      if (job && Jobs.hasEnded(job)) {
        untracked(() => {
          this.store.import.reload();
          this.rows.reload();
          this.units.forget();
        });
      }
    });
  }

  /** Year, JP and document of an opening balance, as the file says. */
  protected cells(row: ImportRowView): string {
    const at = (column: string) => row.cells[this.store.import.value()?.columns.indexOf(column) ?? -1] ?? '';
    return `${at('year')} · ${at('jp')} JP · ${at('reference')}`;
  }

  protected show(outcome: string): void {
    this.rows.setFilter('outcome', this.outcome() === outcome ? undefined : outcome);
  }

  protected word(outcome: string): string {
    return this.texts.translate(`organization.import.count.${outcome}`);
  }

  protected async confirmRow(row: ImportRowView, samePerson: boolean): Promise<void> {
    await this.store.confirmRow.run(this.id(), row.number ?? 0, samePerson);
    this.rows.reload();
  }

  protected async apply(): Promise<void> {
    const found = this.store.import.value();
    if (!found) return;
    // What was asked once goes on as it was meant.
    if (found.state === 'applying') return void (await this.store.apply.run(found.id));
    const { counts } = found;
    const points = (['new', 'changed', 'leaving'] as const)
      .filter((key) => counts[key] > 0)
      .map((key) =>
        this.texts.translate(
          found.kind === 'openingBalances' ? 'organization.import.will.post' : `organization.import.will.${key}`,
          { count: this.formats.number(counts[key]) },
        ),
      );
    const leftOut = [
      ...(counts.wrong > 0
        ? [this.texts.translate('organization.import.applyText', { wrong: this.formats.number(counts.wrong) })]
        : []),
      ...(counts.doubtful > 0
        ? [this.texts.translate('organization.import.applyDoubt', { doubtful: this.formats.number(counts.doubtful) })]
        : []),
    ];
    const answer = await this.confirm.ask({
      title: this.texts.translate('organization.import.applyTitle'),
      text: leftOut.length > 0 ? leftOut.join(' ') : this.texts.translate('organization.import.applyAll'),
      action: this.texts.translate('organization.import.apply'),
      points,
      destructive: counts.leaving > 0,
    });
    if (answer) await this.store.apply.run(found.id);
  }
}
