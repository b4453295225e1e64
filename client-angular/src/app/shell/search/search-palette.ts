import { ChangeDetectionStrategy, Component, Injector, computed, effect, inject, signal } from '@angular/core';
import { takeUntilDestroyed, toObservable, toSignal } from '@angular/core/rxjs-interop';
import { MatDialog, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { Router } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { UiIcon } from '@ui';
import { debounceTime, firstValueFrom, switchMap, tap } from 'rxjs';
import { Found, SearchSources } from './sources';

/** One field for everything: a person by name or number, a training, a certificate, a page, an action. */
@Component({
  selector: 'app-search-palette',
  imports: [MatDialogModule, TranslocoPipe, UiIcon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './search-palette.html',
  styleUrl: './search-palette.scss',
})
class SearchPalette {
  private readonly sources = inject(SearchSources);
  private readonly router = inject(Router);
  private readonly dialog = inject<MatDialogRef<SearchPalette>>(MatDialogRef);

  protected readonly typed = signal('');
  protected readonly asking = signal(false);
  private readonly chosen = signal(0);
  private readonly far = toSignal(
    toObservable(this.typed).pipe(
      debounceTime(120),
      switchMap((text) => this.sources.far(text)),
      tap(() => {
        this.asking.set(false);
      }),
      takeUntilDestroyed(),
    ),
    { initialValue: [] },
  );
  protected readonly found = computed<readonly (Found & { first: boolean })[]>(() => {
    const near = this.typed() ? this.sources.near(this.typed()) : this.sources.near('').slice(0, 8);
    const all = this.typed() ? [...this.far(), ...near] : near;
    return all.map((hit, at) => ({ ...hit, first: hit.group !== all[at - 1]?.group }));
  });
  protected readonly current = computed(() => Math.min(this.chosen(), this.found().length - 1));

  /** Enter came before the answer: its first line is opened when it is there. */
  private opensFirst = false;

  constructor() {
    effect(() => {
      if (this.asking()) return;
      const [first] = this.found();
      if (this.opensFirst) this.open(first);
      this.opensFirst = false;
    });
  }

  protected type(event: Event): void {
    this.asking.set(true);
    this.opensFirst = false;
    this.typed.set((event.target as HTMLInputElement).value);
    this.chosen.set(0);
  }

  protected onKey(event: KeyboardEvent): void {
    const count = this.found().length;
    if (event.key === 'ArrowDown') this.chosen.set((this.current() + 1) % Math.max(1, count));
    else if (event.key === 'ArrowUp') this.chosen.set((this.current() - 1 + count) % Math.max(1, count));
    else if (event.key === 'Enter' && this.asking()) this.opensFirst = true;
    else if (event.key === 'Enter') this.open(this.found()[this.current()]);
    else return;
    event.preventDefault();
    setTimeout(() => document.getElementById(`hit-${this.current()}`)?.scrollIntoView({ block: 'nearest' }));
  }

  protected open(hit: Found | undefined): void {
    if (!hit) return;
    this.dialog.close();
    void this.router.navigateByUrl(hit.link);
  }
}

export async function openSearch(injector: Injector): Promise<void> {
  const opened = injector.get(MatDialog).open(SearchPalette, {
    width: '40rem',
    maxWidth: 'calc(100vw - 24px)',
    position: { top: '12vh' },
    panelClass: 'search-panel',
    ariaLabel: injector.get(TranslocoService).translate<string>('shell.search.field'),
    // Whoever types at once must not lose the first letters.
    delayFocusTrap: false,
  });
  await firstValueFrom(opened.afterClosed());
}
