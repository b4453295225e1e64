import { Injectable, computed, inject } from '@angular/core';
import { Language, LanguageSwitch } from './language';
import { Session } from './session';

/** How Indonesians write dates, times, hours and numbers; pure, so that they can be tested and used anywhere. */
const LOCALES: Record<Language, string> = { id: 'id-ID', en: 'en-GB' };

const ZONES: Record<string, string> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Pontianak': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Jayapura': 'WIT',
};

export type DateLength = 'long' | 'medium' | 'short' | 'weekday' | 'month';

const LENGTHS: Record<DateLength, Intl.DateTimeFormatOptions> = {
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  medium: { day: 'numeric', month: 'short', year: 'numeric' },
  short: { day: 'numeric', month: 'short' },
  month: { month: 'long', year: 'numeric' },
  weekday: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
};

const cache = new Map<string, Intl.DateTimeFormat>();

function formatter(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language + JSON.stringify(options);
  let found = cache.get(key);
  if (!found) cache.set(key, (found = new Intl.DateTimeFormat(LOCALES[language], options)));
  return found;
}

/** A calendar date (`2026-08-07`) has no zone and is never shifted; an instant is shown in the institution's zone. */
export function formatDate(value: string, language: Language, zone: string, length: DateLength = 'long'): string {
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(value);
  const date = new Date(isDate ? `${value}T00:00:00Z` : value);
  return formatter(language, { ...LENGTHS[length], timeZone: isDate ? 'UTC' : zone }).format(date);
}

/** "5–7 Agustus 2026", "30 Juli – 2 Agustus 2026": what the two ends share is written once. */
export function formatDateRange(
  from: string,
  to: string,
  language: Language,
  zone: string,
  length?: DateLength,
): string {
  const end = formatDate(to, language, zone, length);
  if (from === to) return end;
  if (from.slice(0, 7) === to.slice(0, 7)) return `${Number(from.slice(8, 10))}–${end}`;
  const sameYear = from.slice(0, 4) === to.slice(0, 4);
  const start = formatDate(from, language, zone, length);
  return `${sameYear ? start.replace(/ \d{4}$/, '') : start} – ${end}`;
}

/** "14.30 WIB" in Indonesian, "14:30 WIB" in English. Takes an instant or a local time of day (`14:30:00`). */
export function formatTime(value: string, language: Language, zone: string, withZone = true): string {
  const separator = language === 'id' ? '.' : ':';
  const local = /^(\d{2}):(\d{2})/.exec(value);
  const text = local
    ? `${local[1]}${separator}${local[2]}`
    : formatter(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone })
        .format(new Date(value))
        .replace(/[.:]/, separator);
  return withZone ? `${text} ${zoneName(zone)}` : text;
}

export function formatDateTime(value: string, language: Language, zone: string, length?: DateLength): string {
  return `${formatDate(value, language, zone, length)}, ${formatTime(value, language, zone)}`;
}

export function zoneName(zone: string): string {
  return ZONES[zone] ?? zone;
}

/** Whole JP only: "40 JP", "1.834 JP", never broken over lines. */
export function formatJp(value: number, language: Language): string {
  return `${formatNumber(value, language)}\u00a0JP`;
}

function formatNumber(value: number, language: Language, digits = 0): string {
  return new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: digits }).format(value);
}

function formatPercent(share: number, language: Language): string {
  return new Intl.NumberFormat(LOCALES[language], { style: 'percent', maximumFractionDigits: 0 }).format(share);
}

export function formatMoney(rupiah: number, language: Language): string {
  return `Rp${formatNumber(rupiah, language)}`;
}

/** NIP and NI PPPK grouped 8-6-1-3 as they are printed, never broken over lines; any other number as it is. */
export function formatIdentityNumber(value: string): string {
  return /^\d{18}$/.test(value)
    ? [value.slice(0, 8), value.slice(8, 14), value.slice(14, 15), value.slice(15)].join('\u00a0')
    : value;
}

/** "1,4 MB" – for files. */
export function formatBytes(bytes: number, language: Language): string {
  const units = ['B', 'kB', 'MB', 'GB'];
  const step = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log2(bytes) / 10));
  return `${formatNumber(bytes / 1024 ** step, language, step > 1 ? 1 : 0)} ${units[step]}`;
}

/** "3 hari lagi", "2 jam yang lalu": for what waits and what was done; the full time belongs beside or behind it. */
export function formatRelative(value: string, now: Date, language: Language): string {
  const seconds = (new Date(value).getTime() - now.getTime()) / 1000;
  const steps: [Intl.RelativeTimeFormatUnit, number][] = [
    ['year', 31_536_000],
    ['month', 2_592_000],
    ['day', 86_400],
    ['hour', 3_600],
    ['minute', 60],
  ];
  const format = new Intl.RelativeTimeFormat(LOCALES[language], { numeric: 'auto' });
  for (const [unit, size] of steps) {
    if (Math.abs(seconds) >= size) return format.format(Math.trunc(seconds / size), unit);
  }
  return format.format(0, 'second');
}

/** The instant at which a calendar day begins in a zone, as the API takes it. */
export function startOfDay(date: string, zone: string, daysLater = 0): string {
  const midnight = new Date(`${date}T00:00:00Z`);
  midnight.setUTCDate(midnight.getUTCDate() + daysLater);
  // "GMT+07:00"; Indonesia's zones keep one offset all year.
  const offset = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' })
    .formatToParts(midnight)
    .find((part) => part.type === 'timeZoneName')
    ?.value.slice(3);
  return new Date(`${midnight.toISOString().slice(0, 19)}${offset || 'Z'}`).toISOString();
}

/** The same with the page's language and the institution's zone filled in; `Formats` in TypeScript, pipes in templates. */
@Injectable({ providedIn: 'root' })
export class Formats {
  private readonly languages = inject(LanguageSwitch);
  private readonly session = inject(Session);

  readonly language = this.languages.current;
  readonly zone = computed(() => this.session.institution().timeZone);

  /** The day it is now at the institution, as the API writes days; en-CA happens to write them so. */
  today(): string {
    return new Intl.DateTimeFormat('en-CA', { timeZone: this.zone() }).format(new Date());
  }

  date(value: string | null | undefined, length?: DateLength): string {
    return value ? formatDate(value, this.language(), this.zone(), length) : '';
  }

  /** In the dense rows of a list: `medium`. */
  dateRange(from: string | null | undefined, to: string | null | undefined, length?: DateLength): string {
    if (!from || !to) return this.date(from ?? to, length);
    return formatDateRange(from, to, this.language(), this.zone(), length);
  }

  time(value: string | null | undefined, withZone = true): string {
    return value ? formatTime(value, this.language(), this.zone(), withZone) : '';
  }

  /** In the dense rows of a list: `medium`. */
  dateTime(value: string | null | undefined, length?: DateLength): string {
    return value ? formatDateTime(value, this.language(), this.zone(), length) : '';
  }

  relative(value: string | null | undefined): string {
    return value ? formatRelative(value, new Date(), this.language()) : '';
  }

  jp(value: number | null | undefined): string {
    return value === null || value === undefined ? '' : formatJp(value, this.language());
  }

  number(value: number | null | undefined, digits = 0): string {
    return value === null || value === undefined ? '' : formatNumber(value, this.language(), digits);
  }

  percent(share: number | null | undefined): string {
    return share === null || share === undefined ? '' : formatPercent(share, this.language());
  }

  money(rupiah: number | null | undefined): string {
    return rupiah === null || rupiah === undefined ? '' : formatMoney(rupiah, this.language());
  }

  bytes(value: number | null | undefined): string {
    return value === null || value === undefined ? '' : formatBytes(value, this.language());
  }

  startOfDay(date: string, daysLater = 0): string {
    return startOfDay(date, this.zone(), daysLater);
  }

  identityNumber(value: string | null | undefined): string {
    return value ? formatIdentityNumber(value) : '';
  }
}
