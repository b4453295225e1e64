import { signal } from '@angular/core';
import { Device } from '@core/device';
import { ListQuery } from './list-query';

export interface SavedView {
  readonly name: string;
  readonly query: ListQuery;
}

/** What one person keeps of one list, on this device. */
export class ListKeeping {
  private readonly shownAs: string;
  private readonly viewsAs: string;
  readonly hidden = signal<ReadonlySet<string> | undefined>(undefined);
  readonly views = signal<readonly SavedView[]>([]);

  /** A visitor of a public page keeps nothing. */
  readonly forSomebody: boolean;

  constructor(person: string | undefined, name: string) {
    this.forSomebody = person !== undefined;
    this.shownAs = Device.place(person, `list.${name}.hidden`);
    this.viewsAs = Device.place(person, `list.${name}.views`);
    const hidden = read<string[]>(this.shownAs);
    if (Array.isArray(hidden)) this.hidden.set(new Set(hidden));
    const views = read<SavedView[]>(this.viewsAs);
    if (Array.isArray(views)) this.views.set(views);
  }

  hide(keys: ReadonlySet<string>): void {
    this.hidden.set(keys);
    localStorage.setItem(this.shownAs, JSON.stringify([...keys]));
  }

  save(view: SavedView): void {
    this.setViews([...this.views().filter(({ name }) => name !== view.name), view]);
  }

  remove(name: string): void {
    this.setViews(this.views().filter((view) => view.name !== name));
  }

  private setViews(views: readonly SavedView[]): void {
    this.views.set(views);
    localStorage.setItem(this.viewsAs, JSON.stringify(views));
  }
}

function read<V>(key: string): V | undefined {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as V;
  } catch {
    return undefined;
  }
}
