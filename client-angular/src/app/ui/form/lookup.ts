import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  effect,
  inject,
  input,
  output,
  signal,
  untracked,
} from '@angular/core';
import { takeUntilDestroyed, toObservable, toSignal } from '@angular/core/rxjs-interop';
import { FormControl, ReactiveFormsModule } from '@angular/forms';
import { MatAutocompleteModule, MatAutocompleteSelectedEvent } from '@angular/material/autocomplete';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInputModule } from '@angular/material/input';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { Observable, catchError, debounceTime, of, startWith, switchMap, tap } from 'rxjs';
import type { Option } from '../list/list-options';
import { UiFieldError } from './field-error';

/**
 * One thing of many, found by typing: a person, a unit, a competency. The control holds the value (an id); the field
 * shows the words. `find` answers what fits the typed text, `describe` gives the words of a value set from outside.
 */
@Component({
  selector: 'ui-lookup',
  imports: [
    ReactiveFormsModule,
    MatAutocompleteModule,
    MatFormFieldModule,
    MatInputModule,
    TranslocoPipe,
    UiFieldError,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <mat-form-field>
      <mat-label>{{ label() }}</mat-label>
      <input
        matInput
        autocomplete="off"
        [formControl]="field"
        [matAutocomplete]="auto"
        [required]="required()"
        (blur)="settle()"
      />
      <mat-autocomplete #auto="matAutocomplete" (optionSelected)="choose($event)">
        @for (option of options(); track option.value) {
          <mat-option [value]="option">
            {{ words(option) }}
            @if (option.detail) {
              <span class="small muted">· {{ option.detail }}</span>
            }
          </mat-option>
        }
        @if (options().length === 0 && asked()) {
          <mat-option disabled>{{ 'ui.list.noMatch' | transloco }}</mat-option>
        }
      </mat-autocomplete>
      @if (help()) {
        <mat-hint>{{ help() }}</mat-hint>
      }
      <mat-error><ui-field-error [control]="control()" /></mat-error>
    </mat-form-field>
  `,
})
export class UiLookup {
  readonly label = input.required<string>();
  readonly control = input.required<FormControl<string | null>>();
  readonly find = input.required<(text: string) => Observable<readonly LookupOption[]>>();
  readonly describe = input<(value: string) => Observable<string>>();
  readonly required = input(false);
  readonly help = input('');
  readonly chosen = output<LookupOption | undefined>();

  private readonly transloco = inject(TranslocoService);
  private readonly shown = signal('');
  protected readonly asked = signal(false);
  protected readonly field = new FormControl('', { nonNullable: true });
  protected readonly options = toSignal(
    this.field.valueChanges.pipe(
      startWith(''),
      debounceTime(180),
      switchMap((typed: unknown) =>
        typeof typed === 'string' ? this.find()(typed).pipe(catchError(() => of([]))) : of([]),
      ),
      tap(() => {
        this.asked.set(true);
      }),
    ),
    { initialValue: [] as readonly LookupOption[] },
  );

  constructor() {
    const destroyed = inject(DestroyRef);
    toObservable(this.control)
      .pipe(
        switchMap((control) => control.valueChanges.pipe(startWith(control.value))),
        takeUntilDestroyed(destroyed),
      )
      .subscribe((value) => {
        this.showWordsOf(value);
      });
    // The field is only the face of the control: it wears its state.
    effect((onCleanup) => {
      const control = this.control();
      const wear = () => {
        this.field.setErrors(control.errors);
        if (control.touched) this.field.markAsTouched();
        if (control.disabled !== this.field.disabled) {
          if (control.disabled) this.field.disable({ emitEvent: false });
          else this.field.enable({ emitEvent: false });
        }
      };
      untracked(wear);
      const watching = control.events.subscribe(wear);
      onCleanup(() => {
        watching.unsubscribe();
      });
    });
  }

  protected words(option: LookupOption): string {
    return option.label ? this.transloco.translate(option.label) : (option.text ?? option.value);
  }

  protected choose(event: MatAutocompleteSelectedEvent): void {
    const option = event.option.value as LookupOption;
    this.shown.set(this.words(option));
    this.field.setValue(this.shown(), { emitEvent: false });
    this.control().setValue(option.value);
    this.control().markAsDirty();
    this.chosen.emit(option);
  }

  /** Leaving with words that were not chosen takes the last choice back; an emptied field chooses nothing. */
  protected settle(): void {
    setTimeout(() => {
      const typed = this.field.value;
      if (typed === this.shown()) {
        // As it was.
      } else if (typed === '') {
        this.shown.set('');
        this.control().setValue(null);
        this.control().markAsDirty();
        this.chosen.emit(undefined);
      } else {
        this.field.setValue(this.shown(), { emitEvent: false });
      }
      this.control().markAsTouched();
    }, 150);
  }

  private showWordsOf(value: string | null): void {
    if (!value) {
      this.shown.set('');
      this.field.setValue('', { emitEvent: false });
      return;
    }
    const known = this.options().find((option) => option.value === value);
    const asking = known ? of(this.words(known)) : (this.describe()?.(value) ?? of(this.shown() || value));
    asking.subscribe((text) => {
      this.shown.set(text);
      this.field.setValue(text, { emitEvent: false });
    });
  }
}

export interface LookupOption extends Option {
  /** Said smaller beside it: a number, a unit. */
  readonly detail?: string;
}
