import { computed, signal } from '@angular/core';

const KEPT = 200;

/** A value with its past and future. Changes of one gesture (the same key) are one step back. */
export class DesignHistory<T> {
  private readonly past = signal<readonly T[]>([]);
  private readonly future = signal<readonly T[]>([]);
  private readonly present = signal<T | undefined>(undefined);
  private gesture: string | undefined;

  readonly value = this.present.asReadonly();
  readonly canUndo = computed(() => this.past().length > 0);
  readonly canRedo = computed(() => this.future().length > 0);

  begin(value: T): void {
    this.past.set([]);
    this.future.set([]);
    this.present.set(value);
    this.gesture = undefined;
  }

  /** @param gesture Steps with the same key follow each other as one; none stands for itself. */
  change(next: T, gesture?: string): void {
    const before = this.present();
    if (before === undefined || before === next) return;
    if (gesture === undefined || gesture !== this.gesture) this.past.update((steps) => [...steps.slice(-KEPT), before]);
    this.gesture = gesture;
    this.future.set([]);
    this.present.set(next);
  }

  /** The next change begins a new step, even of the same key. */
  settle(): void {
    this.gesture = undefined;
  }

  undo(): void {
    this.step(this.past, this.future);
  }

  redo(): void {
    this.step(this.future, this.past);
  }

  private step(from: ReturnType<typeof signal<readonly T[]>>, to: ReturnType<typeof signal<readonly T[]>>): void {
    const next = from().at(-1);
    const before = this.present();
    if (next === undefined || before === undefined) return;
    from.update((steps) => steps.slice(0, -1));
    to.update((steps) => [...steps, before]);
    this.present.set(next);
    this.gesture = undefined;
  }
}
