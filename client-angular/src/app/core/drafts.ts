import { DestroyRef, Injectable, Signal, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { AbstractControl } from '@angular/forms';
import { debounceTime } from 'rxjs';
import { Device } from './device';
import { Session } from './session';

export interface Draft {
  /** When the draft was last written; nothing yet when undefined. */
  readonly savedAt: Signal<Date | undefined>;
  /** A draft from before was put back into the form when the page opened. */
  readonly restored: Signal<boolean>;
  /** After the form was sent or its draft thrown away. */
  clear(): void;
}

/** Keeps every keystroke of a form on this device, per person, until the form is sent. */
@Injectable({ providedIn: 'root' })
export class Drafts {
  private readonly session = inject(Session);

  /**
   * Call in an injection context after the form has its first values; files are not kept. `prepare` makes room for what
   * comes back: a row of a form array for each that was kept. `version` is that of what the form changes: what was
   * typed into an older one would undo what others have changed since, and does not come back.
   */
  keep(
    key: string,
    form: AbstractControl,
    destroyRef = inject(DestroyRef),
    prepare?: (kept: Readonly<Record<string, unknown>>) => void,
    version?: () => number | undefined,
  ): Draft {
    const storedAs = Device.draft(this.session.user()?.id, key);
    const savedAt = signal<Date | undefined>(undefined);
    const restored = signal(false);

    const kept = read(storedAs);
    if (kept && kept.version === version?.()) {
      prepare?.(kept.value as Record<string, unknown>);
      form.patchValue(kept.value);
      form.markAsDirty();
      savedAt.set(new Date(kept.at));
      restored.set(true);
    }

    form.valueChanges.pipe(debounceTime(600), takeUntilDestroyed(destroyRef)).subscribe(() => {
      if (!form.dirty) return;
      const at = new Date();
      try {
        const value = form.getRawValue() as unknown;
        localStorage.setItem(storedAs, JSON.stringify({ at: at.toISOString(), version: version?.(), value }));
        savedAt.set(at);
      } catch {
        // The device keeps no more; the form itself still holds everything.
      }
    });

    return {
      savedAt: savedAt.asReadonly(),
      restored: restored.asReadonly(),
      clear: () => {
        localStorage.removeItem(storedAs);
        savedAt.set(undefined);
        restored.set(false);
        form.markAsPristine();
      },
    };
  }
}

function read(key: string): { at: string; version?: number; value: object } | undefined {
  try {
    const parsed = JSON.parse(localStorage.getItem(key) ?? 'null') as {
      at?: unknown;
      version?: unknown;
      value?: unknown;
    } | null;
    return parsed && typeof parsed.at === 'string' && typeof parsed.value === 'object' && parsed.value
      ? {
          at: parsed.at,
          version: typeof parsed.version === 'number' ? parsed.version : undefined,
          value: parsed.value,
        }
      : undefined;
  } catch {
    return undefined;
  }
}
