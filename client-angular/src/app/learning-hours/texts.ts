import { Signal, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { TranslocoService } from '@jsverse/transloco';
import { map, switchMap } from 'rxjs';

/** For parts that stand on pages of other contexts, whose routes do not bring these texts. */
export function learningHoursTexts(): Signal<boolean> {
  const transloco = inject(TranslocoService);
  return toSignal(
    transloco.langChanges$.pipe(
      switchMap((language) => transloco.load(`learning-hours/${language}`)),
      map(() => true),
    ),
    { initialValue: false },
  );
}
