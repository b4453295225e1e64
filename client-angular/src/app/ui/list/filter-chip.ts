import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  isSignal,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import { Formats } from '@core/formats';
import { LanguageSwitch } from '@core/language';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { catchError, debounceTime, map, of, switchMap } from 'rxjs';
import { UiIcon } from '../icon';
import { UiPopover } from '../popover';
import { many, toggled } from './list-query';
import { Filter, Option } from './list-options';
import { ListState } from './list-state';

/** One filter of a list: says what it lets through, opens to change it, and goes away with one press. */
@Component({
  selector: 'ui-filter-chip',
  imports: [TranslocoPipe, UiIcon, UiPopover],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './filter-chip.html',
  styleUrl: './filter-chip.scss',
})
export class UiFilterChip {
  readonly filter = input.required<Filter>();
  readonly list = input.required<ListState<never>>();

  private readonly transloco = inject(TranslocoService);
  private readonly formats = inject(Formats);
  private readonly language = inject(LanguageSwitch);
  private readonly popover = viewChild(UiPopover);
  protected readonly typed = signal('');

  protected readonly value = computed(() => this.list().filter(this.filter().key));
  protected readonly picked = computed(() => new Set(many(this.value())));

  private readonly found = toSignal(
    toObservable(this.typed).pipe(
      debounceTime(150),
      switchMap((text) =>
        (this.popover()?.open() ? (this.filter().find?.(text) ?? of([])) : of([])).pipe(catchError(() => of([]))),
      ),
    ),
    { initialValue: [] as readonly Option[] },
  );
  private readonly described = signal<string | undefined>(undefined);

  protected readonly options = computed<readonly Option[]>(() => {
    const { kind, options } = this.filter();
    if (kind === 'lookup') return this.found();
    return (isSignal(options) ? options() : options) ?? [];
  });

  protected readonly said = computed(() => {
    this.language.texts();
    const value = this.value();
    if (!value) return undefined;
    switch (this.filter().kind) {
      case 'yes':
        return '';
      case 'date':
        return this.formats.date(value, 'medium');
      case 'lookup':
        return this.described() ?? '…';
      default: {
        const options = this.options().filter((option) => this.picked().has(option.value));
        const first = options[0] ? this.text(options[0]) : value;
        return options.length > 1 ? `${first} +${options.length - 1}` : first;
      }
    }
  });

  constructor() {
    effect((onCleanup) => {
      const value = this.value();
      const { kind, describe } = untracked(this.filter);
      if (kind !== 'lookup' || !value) return;
      const known = untracked(this.found).find((option) => option.value === value);
      if (known?.text) {
        this.described.set(known.text);
        return;
      }
      const asking = (describe?.(value) ?? of(value))
        .pipe(
          map((text) => text || value),
          // A name that cannot be had leaves the filter as it works.
          catchError(() => of('–')),
        )
        .subscribe((text) => {
          this.described.set(text);
        });
      onCleanup(() => {
        asking.unsubscribe();
      });
    });
  }

  protected text(option: Option): string {
    return option.label ? this.transloco.translate(option.label) : (option.text ?? option.value);
  }

  protected type(event: Event): void {
    this.typed.set((event.target as HTMLInputElement).value);
  }

  protected pick(option: Option): void {
    const { key, kind } = this.filter();
    if (kind === 'choices') {
      this.list().setFilter(key, toggled(this.value(), option.value));
      return;
    }
    this.list().setFilter(key, option.value === this.value() ? undefined : option.value);
    this.popover()?.close();
  }

  protected setDate(event: Event): void {
    this.list().setFilter(this.filter().key, (event.target as HTMLInputElement).value || undefined);
  }

  protected toggleYes(): void {
    this.list().setFilter(this.filter().key, this.value() ? undefined : 'true');
  }

  protected clear(): void {
    this.list().setFilter(this.filter().key, undefined);
  }
}
