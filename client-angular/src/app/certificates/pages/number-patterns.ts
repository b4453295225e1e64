import { ChangeDetectionStrategy, Component, computed, effect, inject, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButtonModule } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { MatSelectModule } from '@angular/material/select';
import { RouterLink } from '@angular/router';
import { CertificateKind, NumberSeriesView, VoidNumberLine } from '@api';
import { FORMAT_PIPES } from '@core/format.pipes';
import { Formats } from '@core/formats';
import { Session } from '@core/session';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import {
  Confirm,
  UiEmpty,
  UiFieldError,
  UiFormPage,
  UiListPage,
  UiPageHeader,
  UiProblem,
  UiState,
  UiWaiting,
  fileAddress,
  listState,
} from '@ui';
import { debounceTime } from 'rxjs';
import { NumberPatternsStore } from '../number-patterns.store';

/** How certificate numbers are written, where each count stands, and the numbers that stand for nothing any more. */
@Component({
  selector: 'app-number-patterns',
  imports: [
    ReactiveFormsModule,
    MatButtonModule,
    MatFormFieldModule,
    MatInputModule,
    MatSelectModule,
    RouterLink,
    TranslocoPipe,
    UiEmpty,
    UiFieldError,
    UiFormPage,
    UiListPage,
    UiPageHeader,
    UiProblem,
    UiState,
    UiWaiting,
    ...FORMAT_PIPES,
  ],
  providers: [NumberPatternsStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './number-patterns.html',
  styles: `
    .scroll {
      /* Words only for screen readers are placed absolutely: they have to scroll along. */
      position: relative;
      overflow-x: auto;
    }
    section + section {
      margin-top: var(--space-6);
    }
    .form {
      margin: var(--space-4) 0;
      padding: var(--space-4) var(--space-5);
    }
  `,
})
export class NumberPatterns {
  protected readonly store = inject(NumberPatternsStore);
  private readonly confirm = inject(Confirm);
  private readonly transloco = inject(TranslocoService);
  private readonly session = inject(Session);
  private readonly formats = inject(Formats);

  protected readonly kinds: readonly CertificateKind[] = ['training', 'unitReport'];
  /** Numbers that stand for nothing any more, each with its reason. */
  protected readonly voids = listState<VoidNumberLine>({
    name: 'void-numbers',
    prefix: 'v.',
    id: (row) => row.number,
    columns: [
      { key: 'number', label: 'certificates.column.number', main: true, nowrap: true, value: (row) => row.number },
      {
        key: 'cause',
        label: 'certificates.numbers.cause',
        value: (row) => this.transloco.translate<string>(`certificates.cause.${row.cause}`),
      },
      { key: 'reason', label: 'certificates.reason', value: (row) => row.reason },
      {
        key: 'at',
        label: 'certificates.endedAt',
        nowrap: true,
        value: (row) => this.formats.dateTime(row.at, 'medium'),
      },
    ],
    export: (format, query) => fileAddress('/api/v1/void-numbers/export', format, query),
    load: ({ page, size }) => this.store.voidNumbers(page, size),
  });
  protected readonly mayManage = computed(() => this.session.can('certificateTemplatesManage'));
  /** The series whose pattern is being changed; `new` for one that does not exist yet. */
  protected readonly editing = signal<NumberSeriesView | 'new' | undefined>(undefined);
  protected readonly form = new FormGroup({
    kind: new FormControl<CertificateKind>('training', { nonNullable: true }),
    year: new FormControl(new Date().getFullYear(), { nonNullable: true, validators: [Validators.required] }),
    pattern: new FormControl('', { nonNullable: true, validators: [Validators.required, Validators.maxLength(80)] }),
    startAt: new FormControl(1, { nonNullable: true, validators: [Validators.required, Validators.min(1)] }),
  });
  private readonly typed = toSignal(this.form.controls.pattern.valueChanges.pipe(debounceTime(300)), {
    initialValue: '',
  });

  constructor() {
    this.store.series.load();
    effect(() => {
      if (this.mayManage() && this.editing() && this.typed()) this.store.sample.load(this.typed());
    });
  }

  protected edit(series: NumberSeriesView | 'new'): void {
    this.store.create.clear();
    this.store.change.clear();
    this.editing.set(series);
    this.form.reset(
      series === 'new'
        ? { pattern: '{seq:0000}/{centre}/SERT/{roman-month}/{year}' }
        : { kind: series.kind, year: series.year, pattern: series.pattern, startAt: series.last + 1 },
    );
  }

  protected async save(): Promise<void> {
    const { kind, year, pattern, startAt } = this.form.getRawValue();
    const editing = this.editing();
    if (!editing) return;
    const made =
      editing === 'new'
        ? await this.store.create.run(kind, Number(year), pattern, Number(startAt))
        : await this.store.change.run(editing, pattern);
    if (made !== undefined) this.editing.set(undefined);
  }

  protected async void(series: NumberSeriesView): Promise<void> {
    const answer = await this.confirm.ask({
      title: this.transloco.translate('certificates.numbers.voidTitle', { number: series.next }),
      text: this.transloco.translate('certificates.numbers.voidText'),
      action: this.transloco.translate('certificates.numbers.void'),
      reason: 'required',
      destructive: true,
    });
    if (!answer) return;
    await this.store.void.run(series, 1, answer.reason);
    this.voids.reload();
  }
}
