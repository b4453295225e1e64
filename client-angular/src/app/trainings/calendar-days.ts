/** Calendar dates as `2026-08-07`; reckoned in UTC, so that no zone shifts a day. */
export type CalendarUnit = 'month' | 'week' | 'year' | 'list';

const DAY = 86_400_000;

function toDate(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

function toDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}

export function addDays(day: string, days: number): string {
  return toDay(new Date(toDate(day).getTime() + days * DAY));
}

export function addMonths(day: string, months: number): string {
  const date = toDate(`${day.slice(0, 7)}-01`);
  date.setUTCMonth(date.getUTCMonth() + months);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(Number(day.slice(8, 10)), last));
  return toDay(date);
}

/** Weeks begin on Monday. */
export function monday(day: string): string {
  const weekday = (toDate(day).getUTCDay() + 6) % 7;
  return addDays(day, -weekday);
}

export function daysBetween(from: string, to: string): string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

/** What a view shows around a day: whole weeks for the month, so that the grid has no holes. */
export function rangeOf(view: CalendarUnit, day: string): { from: string; to: string } {
  if (view === 'week') return { from: monday(day), to: addDays(monday(day), 6) };
  if (view === 'year') return { from: `${day.slice(0, 4)}-01-01`, to: `${day.slice(0, 4)}-12-31` };
  const first = `${day.slice(0, 7)}-01`;
  if (view === 'list') return { from: first, to: addDays(addMonths(first, 3), -1) };
  const last = addDays(addMonths(first, 1), -1);
  return { from: monday(first), to: addDays(monday(last), 6) };
}

export function step(view: CalendarUnit, day: string, direction: 1 | -1): string {
  if (view === 'week') return addDays(day, 7 * direction);
  if (view === 'year') return addMonths(day, 12 * direction);
  return addMonths(day, (view === 'list' ? 3 : 1) * direction);
}
