import { Injectable, inject } from '@angular/core';
import { DateAdapter, MAT_DATE_FORMATS } from '@angular/material/core';
import { formatDate } from './formats';
import { LanguageSwitch } from './language';

const MONTHS = {
  id: [
    'januari',
    'februari',
    'maret',
    'april',
    'mei',
    'juni',
    'juli',
    'agustus',
    'september',
    'oktober',
    'november',
    'desember',
  ],
  en: [
    'january',
    'february',
    'march',
    'april',
    'may',
    'june',
    'july',
    'august',
    'september',
    'october',
    'november',
    'december',
  ],
};

/**
 * Date pickers speak the API's own dates (`2026-08-07`): no conversion in forms and no day lost to a time zone.
 * Typing "7/8/2026", "7-8-2026", "7 Agustus 2026" or "2026-08-07" all work.
 */
@Injectable()
export class IsoDateAdapter extends DateAdapter<string> {
  private readonly language = inject(LanguageSwitch);

  override getYear(date: string): number {
    return Number(date.slice(0, 4));
  }
  override getMonth(date: string): number {
    return Number(date.slice(5, 7)) - 1;
  }
  override getDate(date: string): number {
    return Number(date.slice(8, 10));
  }
  override getDayOfWeek(date: string): number {
    return utc(date).getUTCDay();
  }
  override getMonthNames(style: 'long' | 'short' | 'narrow'): string[] {
    const format = new Intl.DateTimeFormat(this.words(), { month: style, timeZone: 'UTC' });
    return Array.from({ length: 12 }, (_, month) => format.format(Date.UTC(2026, month, 1)));
  }
  override getDateNames(): string[] {
    return Array.from({ length: 31 }, (_, day) => String(day + 1));
  }
  override getDayOfWeekNames(style: 'long' | 'short' | 'narrow'): string[] {
    const format = new Intl.DateTimeFormat(this.words(), { weekday: style, timeZone: 'UTC' });
    return Array.from({ length: 7 }, (_, day) => format.format(Date.UTC(2026, 1, day + 1)));
  }
  override getYearName(date: string): string {
    return date.slice(0, 4);
  }
  override getFirstDayOfWeek(): number {
    return 1;
  }
  override getNumDaysInMonth(date: string): number {
    return new Date(Date.UTC(this.getYear(date), this.getMonth(date) + 1, 0)).getUTCDate();
  }
  override clone(date: string): string {
    return date;
  }
  override createDate(year: number, month: number, date: number): string {
    return iso(new Date(Date.UTC(year, month, date)));
  }
  override today(): string {
    const now = new Date();
    return this.createDate(now.getFullYear(), now.getMonth(), now.getDate());
  }
  override parse(value: unknown): string | null {
    return typeof value === 'string' && value.trim() ? (parseDate(value) ?? this.invalid()) : null;
  }
  override format(date: string, length: 'long' | 'medium' | 'month'): string {
    if (length === 'month') {
      return new Intl.DateTimeFormat(this.words(), { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
        utc(date),
      );
    }
    return formatDate(date, this.language.current(), 'UTC', length);
  }
  override addCalendarYears(date: string, years: number): string {
    return this.addCalendarMonths(date, years * 12);
  }
  override addCalendarMonths(date: string, months: number): string {
    const first = this.createDate(this.getYear(date), this.getMonth(date) + months, 1);
    return this.createDate(
      this.getYear(first),
      this.getMonth(first),
      Math.min(this.getDate(date), this.getNumDaysInMonth(first)),
    );
  }
  override addCalendarDays(date: string, days: number): string {
    return this.createDate(this.getYear(date), this.getMonth(date), this.getDate(date) + days);
  }
  override toIso8601(date: string): string {
    return date;
  }
  override isDateInstance(value: unknown): boolean {
    return typeof value === 'string';
  }
  override isValid(date: string): boolean {
    return /^\d{4}-\d{2}-\d{2}$/.test(date) && !Number.isNaN(utc(date).getTime());
  }
  override invalid(): string {
    return 'invalid';
  }
  override deserialize(value: unknown): string | null {
    return typeof value === 'string' && value !== '' ? value.slice(0, 10) : null;
  }

  private words(): string {
    return this.language.current() === 'id' ? 'id-ID' : 'en-GB';
  }
}

export const ISO_DATE_PROVIDERS = [
  { provide: DateAdapter, useClass: IsoDateAdapter },
  {
    provide: MAT_DATE_FORMATS,
    useValue: {
      parse: { dateInput: 'long' },
      display: { dateInput: 'long', monthYearLabel: 'month', dateA11yLabel: 'long', monthYearA11yLabel: 'month' },
    },
  },
];

export function parseDate(text: string): string | undefined {
  const value = text.trim().toLowerCase();
  const standard = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(value);
  if (standard) return real(Number(standard[1]), Number(standard[2]), Number(standard[3]));
  const numbers = /^(\d{1,2})[/.\-\s](\d{1,2})[/.\-\s](\d{4})$/.exec(value);
  if (numbers) return real(Number(numbers[3]), Number(numbers[2]), Number(numbers[1]));
  const words = /^(\d{1,2})\s+([a-z]+)\s+(\d{4})$/.exec(value);
  if (!words?.[2] || words[2].length < 3) return undefined;
  const name = words[2];
  const month = [MONTHS.id, MONTHS.en]
    .map((names) => names.findIndex((month) => month.startsWith(name)))
    .find((at) => at >= 0);
  return month === undefined ? undefined : real(Number(words[3]), month + 1, Number(words[1]));
}

function real(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? iso(date) : undefined;
}

function utc(date: string): Date {
  return new Date(`${date}T00:00:00Z`);
}

function iso(date: Date): string {
  return date.toISOString().slice(0, 10);
}
