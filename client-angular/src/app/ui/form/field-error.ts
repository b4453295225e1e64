import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import { AbstractControl } from '@angular/forms';
import { LanguageSwitch } from '@core/language';
import { TranslocoService } from '@jsverse/transloco';
import { map, startWith, switchMap } from 'rxjs';
import { errorText } from './error-text';

/** What is wrong with a field, inside `<mat-error>`: `<mat-error><ui-field-error [control]="form.controls.title" /></mat-error>`. */
@Component({
  selector: 'ui-field-error',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `{{ text() }}`,
})
export class UiFieldError {
  readonly control = input.required<AbstractControl>();
  private readonly transloco = inject(TranslocoService);
  private readonly language = inject(LanguageSwitch);
  private readonly changed = toSignal(
    toObservable(this.control).pipe(
      switchMap((control) =>
        control.events.pipe(
          startWith(null),
          map(() => ({ control })),
        ),
      ),
    ),
  );

  protected readonly text = computed(() => {
    this.language.texts();
    const changed = this.changed();
    return changed ? errorText(changed.control, this.transloco) : '';
  });
}
