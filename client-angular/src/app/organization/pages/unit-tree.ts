import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { UnitListItem, UnitsClient } from '@api';
import { CountPipe } from '@core/format.pipes';
import { loaded } from '@core/load';
import { TranslocoPipe } from '@jsverse/transloco';
import { UiEmpty, UiIcon, UiPageHeader, UiProblem, UiState, UiWaiting } from '@ui';

interface Branch {
  readonly unit: UnitListItem;
  readonly hasChildren: boolean;
}

/** The organisation as a tree that opens and closes, or as a list of what a search finds. */
@Component({
  imports: [RouterLink, CountPipe, TranslocoPipe, UiEmpty, UiIcon, UiPageHeader, UiProblem, UiState, UiWaiting],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './unit-tree.html',
  styleUrl: './unit-tree.scss',
})
export class UnitTree {
  private readonly api = inject(UnitsClient);
  protected readonly units = loaded(() => this.api.listUnits(true, true));
  protected readonly asked = signal('');
  private readonly closed = signal<ReadonlySet<string>>(new Set());

  protected readonly branches = computed<readonly Branch[]>(() => {
    const all = this.units.value() ?? [];
    const parents = new Set(all.map((unit) => unit.parentId));
    const wanted = this.asked().trim().toLowerCase();
    if (wanted) {
      return all
        .filter((unit) => `${unit.name} ${unit.code} ${unit.leaderName ?? ''}`.toLowerCase().includes(wanted))
        .map((unit) => ({ unit, hasChildren: false }));
    }
    const hidden = new Set<string>();
    return all.flatMap((unit) => {
      const above = unit.parentId;
      const isHidden = !!above && (hidden.has(above) || this.closed().has(above));
      if (isHidden) hidden.add(unit.id);
      return isHidden ? [] : [{ unit, hasChildren: parents.has(unit.id) }];
    });
  });

  constructor() {
    this.units.load();
  }

  protected isOpen(unit: UnitListItem): boolean {
    return !this.closed().has(unit.id);
  }

  protected toggle(unit: UnitListItem): void {
    this.closed.update((old) => {
      const next = new Set(old);
      if (!next.delete(unit.id)) next.add(unit.id);
      return next;
    });
  }

  protected ask(event: Event): void {
    this.asked.set((event.target as HTMLInputElement).value);
  }
}
