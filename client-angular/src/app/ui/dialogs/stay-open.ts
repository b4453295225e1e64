import { inject } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { MatDialogRef } from '@angular/material/dialog';
import { filter } from 'rxjs';

/**
 * Called by a dialog that asks for something: a click beside it closes it no more, which would lose what was typed, and
 * which the second half of a double click is. Its buttons and the Escape key do.
 */
export function stayOpen(): void {
  const opened = inject(MatDialogRef, { optional: true });
  if (!opened) return;
  opened.disableClose = true;
  opened
    .keydownEvents()
    .pipe(
      filter(({ key }) => key === 'Escape'),
      takeUntilDestroyed(),
    )
    .subscribe(() => {
      opened.close();
    });
}
