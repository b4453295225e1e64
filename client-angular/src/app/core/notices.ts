import { Injectable, computed, inject, signal } from '@angular/core';
import { LanguageSwitch } from './language';
import { Problem } from './problem';

export interface Notice {
  readonly id: number;
  readonly kind: 'done' | 'problem';
  /** Translation key and what fills it, or a text as it is. */
  readonly key?: string;
  readonly values?: Record<string, unknown>;
  readonly text?: string;
  readonly detail?: string;
  readonly undo?: () => void;
}

const SHOWN_FOR = 6_000;
const UNDO_FOR = 10_000;

/** Short words at the edge of the page: what was done, what was refused, and ten seconds to take it back. */
@Injectable({ providedIn: 'root' })
export class Notices {
  private readonly language = inject(LanguageSwitch);
  private readonly list = signal<readonly Notice[]>([]);
  private readonly timers = new Map<number, ReturnType<typeof setTimeout>>();
  private next = 1;

  readonly all = this.list.asReadonly();
  readonly any = computed(() => this.list().length > 0);

  say(key: string, values?: Record<string, unknown>): void {
    this.add({ id: this.next++, kind: 'done', key, values }, SHOWN_FOR);
  }

  /** The act has happened already; `undo` takes it back. */
  undoable(key: string, undo: () => void, values?: Record<string, unknown>): void {
    this.add({ id: this.next++, kind: 'done', key, values, undo }, UNDO_FOR);
  }

  /** Stays until dismissed: nobody should have to read against the clock why something was refused. */
  problem(problem: Problem): void {
    const { title, detail } = problem.text(this.language.current());
    this.add({ id: this.next++, kind: 'problem', text: title, detail });
  }

  undo(notice: Notice): void {
    this.dismiss(notice.id);
    notice.undo?.();
  }

  dismiss(id: number): void {
    clearTimeout(this.timers.get(id));
    this.timers.delete(id);
    this.list.update((all) => all.filter((notice) => notice.id !== id));
  }

  private add(notice: Notice, shownFor?: number): void {
    this.list.update((all) => [...all.slice(-2), notice]);
    if (shownFor)
      this.timers.set(
        notice.id,
        setTimeout(() => {
          this.dismiss(notice.id);
        }, shownFor),
      );
  }
}
