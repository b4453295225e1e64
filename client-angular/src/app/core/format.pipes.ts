import { Pipe, PipeTransform, inject } from '@angular/core';
import { DateLength, Formats } from './formats';

// Impure on purpose: the language and the zone may change under an unchanged value, and formatting is cached and cheap.

@Pipe({ name: 'day', pure: false })
export class DayPipe implements PipeTransform {
  private readonly formats = inject(Formats);
  transform(value: string | null | undefined, length?: DateLength): string {
    return this.formats.date(value, length);
  }
}

@Pipe({ name: 'dayTime', pure: false })
export class DayTimePipe implements PipeTransform {
  private readonly formats = inject(Formats);
  transform(value: string | null | undefined, length?: DateLength): string {
    return this.formats.dateTime(value, length);
  }
}

@Pipe({ name: 'time', pure: false })
export class TimePipe implements PipeTransform {
  private readonly formats = inject(Formats);
  transform(value: string | null | undefined, withZone = true): string {
    return this.formats.time(value, withZone);
  }
}

@Pipe({ name: 'relative', pure: false })
export class RelativePipe implements PipeTransform {
  private readonly formats = inject(Formats);
  transform(value: string | null | undefined): string {
    return this.formats.relative(value);
  }
}

@Pipe({ name: 'jp', pure: false })
export class JpPipe implements PipeTransform {
  private readonly formats = inject(Formats);
  transform(value: number | null | undefined): string {
    return this.formats.jp(value);
  }
}

@Pipe({ name: 'count', pure: false })
export class CountPipe implements PipeTransform {
  private readonly formats = inject(Formats);
  transform(value: number | null | undefined, digits = 0): string {
    return this.formats.number(value, digits);
  }
}

@Pipe({ name: 'money', pure: false })
export class MoneyPipe implements PipeTransform {
  private readonly formats = inject(Formats);
  transform(value: number | null | undefined): string {
    return this.formats.money(value);
  }
}

@Pipe({ name: 'identityNumber', pure: false })
export class IdentityNumberPipe implements PipeTransform {
  private readonly formats = inject(Formats);
  transform(value: string | null | undefined): string {
    return this.formats.identityNumber(value);
  }
}

/** All of them, for a component's `imports`. */
export const FORMAT_PIPES = [
  DayPipe,
  DayTimePipe,
  TimePipe,
  RelativePipe,
  JpPipe,
  CountPipe,
  MoneyPipe,
  IdentityNumberPipe,
] as const;
