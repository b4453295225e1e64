import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { MatButtonModule } from '@angular/material/button';
import { MatDatepickerModule } from '@angular/material/datepicker';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { MatSelectModule } from '@angular/material/select';
import { ActivatedRoute, Router } from '@angular/router';
import { JpEntry, JpStatement } from '@api';
import { FORMAT_PIPES } from '@core/format.pipes';
import { Formats } from '@core/formats';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { Confirm, UiIcon, UiProblem, UiWaiting } from '@ui';
import { StatementStore } from '../statement.store';
import { learningHoursTexts } from '../texts';
import { JpEntries } from './jp-entries';
import { YearForecast } from './year-forecast';
import { YearSummary } from './year-summary';

/** The JP statement of a person, by year: a tab of the employee page (give it the id) and the body of "my year". */
@Component({
  selector: 'app-jp-statement',
  imports: [
    MatButtonModule,
    MatDatepickerModule,
    MatFormFieldModule,
    MatInputModule,
    MatSelectModule,
    TranslocoPipe,
    JpEntries,
    UiIcon,
    UiProblem,
    UiWaiting,
    YearForecast,
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
          <mat-select [value]="statement.year" (valueChange)="go({ year: $event })">
            @for (option of years(); track option.year) {
              <mat-option [value]="option.year">{{ option.year }} · {{ option.jp | jp }}</mat-option>
            }
          </mat-select>
        </mat-form-field>
        <mat-form-field>
          <mat-label>{{ 'learning-hours.asOf' | transloco }}</mat-label>
          <input
            matInput
            [matDatepicker]="picker"
            [max]="today"
            [value]="day() ?? null"
            (dateChange)="go({ per: $event.value })"
          />
          <mat-datepicker-toggle matIconSuffix [for]="picker" />
          <mat-datepicker #picker />
        </mat-form-field>
        <span class="grow"></span>
        <button matButton type="button" [disabled]="store.paper.running()" (click)="sign(statement)">
          <ui-icon name="shield-check" /> {{ 'learning-hours.signedPdf' | transloco }}
        </button>
        <a matButton [href]="sheet(statement)" download>
          <ui-icon name="spreadsheet" /> {{ 'learning-hours.export' | transloco }}
        </a>
      </div>
      @if (statement.asOf; as past) {
        <p class="past row" role="status">
          <ui-icon name="clock" [size]="20" />
          <span class="grow">{{ 'learning-hours.past' | transloco: { date: (past | day) } }}</span>
          <button matButton type="button" (click)="go({ per: null })">
            {{ 'learning-hours.backToNow' | transloco }}
          </button>
        </p>
      }
      @if (statement.closed; as closed) {
        <p class="closed row" role="status">
          <ui-icon name="shield-check" [size]="20" />
          <span>
            {{ 'learning-hours.closedOn' | transloco: { year: statement.year, date: (closed.on | day) } }}
            @if (closed.result; as result) {
              {{
                (result.met ? 'learning-hours.closedMet' : 'learning-hours.closedShort')
                  | transloco: { jp: (result.counted | jp) }
              }}
            }
          </span>
        </p>
      }
      <app-year-summary [statement]="statement" />
      @if (!statement.asOf && statement.year === thisYear) {
        <app-year-forecast [employeeId]="employeeId()" />
      }
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
      margin-block: var(--space-1);
    }
    .past {
      flex-wrap: wrap;
      margin: 0 0 var(--space-4);
      padding: var(--space-2) var(--space-4);
      border-radius: var(--radius);
      color: var(--state-warn);
      background: var(--state-warn-surface);
    }
    .closed {
      margin: 0 0 var(--space-4);
      padding: var(--space-2) var(--space-4);
      border-radius: var(--radius);
      color: var(--state-good);
      background: var(--state-good-surface);
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
  private readonly router = inject(Router);
  private readonly formats = inject(Formats);
  private readonly params = toSignal(inject(ActivatedRoute).queryParamMap, { requireSync: true });
  protected readonly year = computed(() => Number(this.params().get('year')) || undefined);
  /** A past state is shown by the day at whose end it was so; in the address, so that it can be passed on. */
  protected readonly day = computed(() => {
    const day = this.params().get('per') ?? '';
    return /^\d{4}-\d{2}-\d{2}$/.test(day) && day < this.today ? day : undefined;
  });
  protected readonly today = this.formats.today();
  protected readonly thisYear = Number(this.today.slice(0, 4));
  /** Years with entries, and the shown one even when it has none. */
  protected readonly years = computed(() => {
    const statement = this.store.statement.value();
    if (!statement) return [];
    const known = statement.years.some((sum) => sum.year === statement.year);
    return known ? statement.years : [{ year: statement.year, jp: statement.earned }, ...statement.years];
  });
  private readonly confirm = inject(Confirm);
  private readonly transloco = inject(TranslocoService);

  constructor() {
    effect(() => {
      this.store.statement.load(this.employeeId(), this.year(), this.asOf());
    });
  }

  protected sheet(statement: JpStatement): string {
    const person = this.employeeId() ? `employeeId=${statement.employeeId}&` : '';
    const asOf = this.asOf();
    const past = asOf ? `&asOf=${encodeURIComponent(asOf)}` : '';
    return `/api/v1/jp/statement/file?${person}year=${statement.year}${past}`;
  }

  /** As a signed paper that others can check. */
  protected sign(statement: JpStatement): void {
    const person = this.employeeId() ? statement.employeeId : undefined;
    void this.store.paper.run(person, statement.year, this.asOf());
  }

  protected go(queryParams: { year?: number; per?: string | null }): void {
    void this.router.navigate([], { queryParams, queryParamsHandling: 'merge' });
  }

  /** The last instant of the day at the institution. */
  private asOf(): string | undefined {
    const day = this.day();
    return day && new Date(Date.parse(this.formats.startOfDay(day, 1)) - 1).toISOString().replace('Z', '999Z');
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
