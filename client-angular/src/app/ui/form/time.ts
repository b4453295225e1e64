import { Directive, ElementRef, forwardRef, inject } from '@angular/core';
import { AbstractControl, ControlValueAccessor, NG_VALIDATORS, NG_VALUE_ACCESSOR, Validator } from '@angular/forms';
import { Formats } from '@core/formats';

/** "8", "830", "8.30", "08:30" are all 08:30 or 08:00 as the API writes it; anything else is no time of day. */
export function parseTime(text: string): string | undefined {
  const [, hour, minute = '00'] = /^(\d{1,2})(?:[.:]?(\d{2}))?$/.exec(text.trim()) ?? [];
  return hour && Number(hour) < 24 && Number(minute) < 60 ? `${hour.padStart(2, '0')}:${minute}` : undefined;
}

/**
 * A time of day in 24 hours, written as everywhere in the page: `<input matInput uiTime formControlName="start" />`.
 * The browser's own field follows the browser's language instead and asks for AM or PM in some.
 */
@Directive({
  selector: 'input[uiTime]',
  host: {
    type: 'text',
    inputmode: 'numeric',
    autocomplete: 'off',
    '(input)': 'changed(parsed())',
    '(blur)': 'leave()',
  },
  providers: [
    { provide: NG_VALUE_ACCESSOR, useExisting: forwardRef(() => UiTime), multi: true },
    { provide: NG_VALIDATORS, useExisting: forwardRef(() => UiTime), multi: true },
  ],
})
export class UiTime implements ControlValueAccessor, Validator {
  private readonly field = inject<ElementRef<HTMLInputElement>>(ElementRef).nativeElement;
  private readonly formats = inject(Formats);
  protected changed: (value: string) => void = () => undefined;
  private touched: () => void = () => undefined;

  /** What is no time stays as it was typed, in the form too: a draft keeps it, and the field says what is wrong. */
  protected parsed(): string {
    return parseTime(this.field.value) ?? this.field.value;
  }

  protected leave(): void {
    this.writeValue(this.parsed());
    this.touched();
  }

  validate({ value }: AbstractControl<string | null>) {
    return value && !parseTime(value) ? { time: true } : null;
  }

  writeValue(value: string | null): void {
    this.field.value = value && parseTime(value) ? this.formats.time(value, false) : (value ?? '');
  }

  registerOnChange(changed: (value: string) => void): void {
    this.changed = changed;
  }

  registerOnTouched(touched: () => void): void {
    this.touched = touched;
  }

  setDisabledState(disabled: boolean): void {
    this.field.disabled = disabled;
  }
}
