import { ChangeDetectionStrategy, Component, ElementRef, computed, effect, inject } from '@angular/core';
import { takeUntilDestroyed, toSignal } from '@angular/core/rxjs-interop';
import { FormControl, FormGroup, ReactiveFormsModule } from '@angular/forms';
import { MatButtonModule } from '@angular/material/button';
import { MatButtonToggleModule } from '@angular/material/button-toggle';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatSelectModule } from '@angular/material/select';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { CalendarClient, CalendarTraining, TrainingColour } from '@api';
import { FORMAT_PIPES } from '@core/format.pipes';
import { Formats } from '@core/formats';
import { loaded } from '@core/load';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiEmpty, UiIcon, UiLookup, UiPageHeader, UiProblem, UiWaiting, isTyping } from '@ui';
import { map } from 'rxjs';
import { CalendarUnit, addDays, daysBetween, rangeOf, step } from '../calendar-days';
import { CalendarChip } from '../parts/calendar-chip';
import { TrainingReference } from '../training-reference';
import { COLOURS } from '../training-words';

const VIEWS: readonly CalendarUnit[] = ['month', 'week', 'year', 'list'];
const SHOWN_A_DAY = 4;
/** Where a month has no room for titles. */
const NARROW = '(max-width: 719px)';

/** Month, week, year and list. Arrow keys walk the days, PageUp and PageDown turn the page, letters change the view. */
@Component({
  selector: 'app-training-calendar',
  imports: [
    CalendarChip,
    FORMAT_PIPES,
    MatButtonModule,
    MatButtonToggleModule,
    MatFormFieldModule,
    MatSelectModule,
    ReactiveFormsModule,
    RouterLink,
    TranslocoPipe,
    UiEmpty,
    UiIcon,
    UiLookup,
    UiPageHeader,
    UiProblem,
    UiWaiting,
  ],
  providers: [TrainingReference],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './training-calendar.html',
  styleUrl: './training-calendar.scss',
  host: { '(document:keydown)': 'key($event)' },
})
export class TrainingCalendar {
  private readonly api = inject(CalendarClient);
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly formats = inject(Formats);
  protected readonly reference = inject(TrainingReference);
  protected readonly views = VIEWS;
  protected readonly colours = COLOURS;
  protected readonly shownADay = SHOWN_A_DAY;
  protected readonly today = this.formats.today();

  private readonly usual: CalendarUnit = matchMedia(NARROW).matches ? 'list' : 'month';
  private readonly params = toSignal(this.route.queryParamMap.pipe(map((all) => ({ all }))), { requireSync: true });
  protected readonly view = computed<CalendarUnit>(() => {
    const asked = this.params().all.get('view') as CalendarUnit | null;
    return asked && VIEWS.includes(asked) ? asked : this.usual;
  });
  protected readonly day = computed(() => {
    const asked = this.params().all.get('day') ?? '';
    return /^\d{4}-\d{2}-\d{2}$/.test(asked) && !Number.isNaN(Date.parse(asked)) ? asked : this.today;
  });
  protected readonly range = computed(() => rangeOf(this.view(), this.day()));
  protected readonly filter = new FormGroup({
    group: new FormControl('', { nonNullable: true }),
    form: new FormControl('', { nonNullable: true }),
    colour: new FormControl('', { nonNullable: true }),
    unitId: new FormControl<string | null>(null),
  });

  protected readonly calendar = loaded((from: string, to: string) => {
    const all = this.params().all;
    const word = (key: string) => all.get(key) ?? undefined;
    return this.api.getCalendar(
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
      word('form'),
      word('group'),
      word('unitId'),
      word('colour') as TrainingColour | undefined,
      from,
      to,
    );
  });

  protected readonly days = computed(() => daysBetween(this.range().from, this.range().to));
  protected readonly byDay = computed(() => {
    const found = new Map<string, CalendarTraining[]>();
    const { from, to } = this.range();
    for (const training of this.calendar.value()?.trainings ?? []) {
      const first = training.start < from ? from : training.start;
      const last = training.end > to ? to : training.end;
      for (let day = first; day <= last; day = addDays(day, 1)) {
        found.set(day, [...(found.get(day) ?? []), training]);
      }
    }
    return found;
  });
  protected readonly weeks = computed(() => {
    const days = this.days();
    return Array.from({ length: Math.ceil(days.length / 7) }, (_, week) => days.slice(week * 7, week * 7 + 7));
  });
  protected readonly months = computed(() =>
    Array.from({ length: 12 }, (_, month) => {
      const first = `${this.day().slice(0, 4)}-${String(month + 1).padStart(2, '0')}-01`;
      const { from, to } = rangeOf('month', first);
      const days = daysBetween(from, to);
      const own = days.filter((day) => day.startsWith(first.slice(0, 7)));
      const count = new Set(own.flatMap((day) => (this.byDay().get(day) ?? []).map((one) => one.id))).size;
      return { first, days, count };
    }),
  );
  protected readonly title = computed(() => {
    const { from, to } = this.range();
    if (this.view() === 'year') return this.day().slice(0, 4);
    if (this.view() === 'month') return this.monthName(this.day());
    return this.formats.dateRange(from, to);
  });

  constructor() {
    effect(() => {
      this.params();
      this.calendar.load(this.range().from, this.range().to);
    });
    const all = this.params().all;
    this.filter.setValue({
      group: all.get('group') ?? '',
      form: all.get('form') ?? '',
      colour: all.get('colour') ?? '',
      unitId: all.get('unitId'),
    });
    this.filter.valueChanges.pipe(takeUntilDestroyed()).subscribe((value) => {
      const chosen = Object.fromEntries(Object.entries(value).map(([key, one]) => [key, one || null]));
      this.go(chosen);
    });
  }

  protected monthName(day: string): string {
    return this.formats.date(`${day.slice(0, 7)}-01`).replace(/^\d+ /, '');
  }

  protected weekday(day: string): string {
    return (this.formats.date(day, 'weekday').split(',')[0] ?? '').slice(0, 3);
  }

  protected number(day: string): number {
    return Number(day.slice(8, 10));
  }

  protected sessionsOn(day: string) {
    const titles = new Map(this.calendar.value()?.trainings.map((one) => [one.id, one]));
    return (this.calendar.value()?.sessions ?? [])
      .filter((session) => session.date === day)
      .map((session) => ({ session, training: titles.get(session.trainingId) }));
  }

  protected go(params: Record<string, string | null>): void {
    void this.router.navigate([], { queryParams: params, queryParamsHandling: 'merge', replaceUrl: false });
  }

  protected turn(direction: 1 | -1): void {
    this.go({ day: step(this.view(), this.day(), direction) });
  }

  protected key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const focused = (event.target as HTMLElement | null)?.closest<HTMLElement>('[data-day]')?.dataset['day'];
    const moves: Record<string, number | undefined> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };
    const letters: Record<string, CalendarUnit | undefined> = { m: 'month', w: 'week', y: 'year', l: 'list' };
    const days = moves[event.key];
    const view = letters[event.key];
    if (days && focused) this.focusDay(addDays(focused, days));
    else if (event.key === 'PageUp') this.turn(-1);
    else if (event.key === 'PageDown') this.turn(1);
    else if (event.key === 't') this.go({ day: this.today });
    else if (view) this.go({ view });
    else return;
    event.preventDefault();
  }

  private focusDay(day: string): void {
    const { from, to } = this.range();
    if (day < from || day > to) {
      this.go({ day });
      return;
    }
    this.host.querySelector<HTMLElement>(`[data-day="${day}"]`)?.focus();
  }
}
