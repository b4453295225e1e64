import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatSelectModule } from '@angular/material/select';
import { JpEntry, JpStatement } from '@api';
import { FORMAT_PIPES } from '@core/format.pipes';
import { Formats } from '@core/formats';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { Confirm, UiIcon, UiProblem, UiWaiting } from '@ui';
import { StatementStore } from '../statement.store';
import { learningHoursTexts } from '../texts';
import { JpEntries } from './jp-entries';
import { YearSummary } from './year-summary';

/** The JP statement of a person, by year: a tab of the employee page (give it the id) and the body of "my year". */
@Component({
  selector: 'app-jp-statement',
  imports: [
    MatButtonModule,
    MatFormFieldModule,
    MatSelectModule,
    TranslocoPipe,
    JpEntries,
    UiIcon,
    UiProblem,
    UiWaiting,
    YearSummary,
    ...FORMAT_PIPES,
  ],
  providers: [StatementStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (store.statement.problem(); as problem) {
      <ui-problem [problem]="problem" (retry)="store.statement.reload()" />
    } @else if (texts() && store.statement.value()) {
      @let statement = store.statement.value()!;
      <div class="row head">
        <mat-form-field>
          <mat-label>{{ 'learning-hours.year' | transloco }}</mat-label>
          <mat-select [value]="statement.year" (valueChange)="year.set($event)">
            @for (option of years(); track option.year) {
              <mat-option [value]="option.year">{{ option.year }} · {{ option.jp | jp }}</mat-option>
            }
          </mat-select>
        </mat-form-field>
        <span class="grow"></span>
        <a matButton [href]="file(statement, 'pdf')" download>
          <ui-icon name="shield-check" /> {{ 'learning-hours.signedPdf' | transloco }}
        </a>
        <a matButton [href]="file(statement, 'file')" download>
          <ui-icon name="spreadsheet" /> {{ 'learning-hours.export' | transloco }}
        </a>
      </div>
      <app-year-summary [statement]="statement" />
      <h2>{{ 'learning-hours.entries' | transloco: { year: statement.year } }}</h2>
      <app-jp-entries [entries]="statement.entries" (reverse)="takeBack(statement, $event)" />
    } @else {
      <ui-waiting [lines]="8" />
    }
  `,
  styles: `
    .head {
      flex-wrap: wrap;
      margin-bottom: var(--space-3);
    }
    .head mat-form-field {
      width: 14rem;
    }
    h2 {
      margin: var(--space-5) 0 var(--space-3);
    }
  `,
})
export class JpStatementView {
  /** Nothing: one's own. */
  readonly employeeId = input<string>();
  protected readonly store = inject(StatementStore);
  protected readonly texts = learningHoursTexts();
  protected readonly year = signal<number | undefined>(undefined);
  /** Years with entries, and the shown one even when it has none. */
  protected readonly years = computed(() => {
    const statement = this.store.statement.value();
    if (!statement) return [];
    const known = statement.years.some((sum) => sum.year === statement.year);
    return known ? statement.years : [{ year: statement.year, jp: statement.earned }, ...statement.years];
  });
  private readonly confirm = inject(Confirm);
  private readonly formats = inject(Formats);
  private readonly transloco = inject(TranslocoService);

  constructor() {
    effect(() => {
      this.store.statement.load(this.employeeId(), this.year());
    });
  }

  /** As a spreadsheet, or as a signed paper that others can check. */
  protected file(statement: JpStatement, form: 'file' | 'pdf'): string {
    const person = this.employeeId() ? `employeeId=${statement.employeeId}&` : '';
    return `/api/v1/jp/statement/${form}?${person}year=${statement.year}`;
  }

  protected async takeBack(statement: JpStatement, entry: JpEntry): Promise<void> {
    const answer = await this.confirm.ask({
      title: this.transloco.translate('learning-hours.reverseTitle', { jp: this.formats.jp(entry.jp) }),
      text: this.transloco.translate('learning-hours.reverseText', { title: entry.title, name: statement.name }),
      action: this.transloco.translate('learning-hours.reverse'),
      reason: 'required',
      destructive: true,
    });
    if (answer) await this.store.reverse.run(entry.id, answer.reason);
  }
}
