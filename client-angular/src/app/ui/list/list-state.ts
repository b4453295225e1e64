import {
  DestroyRef,
  Signal,
  assertInInjectionContext,
  computed,
  effect,
  inject,
  signal,
  untracked,
} from '@angular/core';
import { takeUntilDestroyed, toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import { Problem, asProblem } from '@core/problem';
import { Session } from '@core/session';
import { Subject, catchError, map, of, switchMap, tap } from 'rxjs';
import { ListKeeping, SavedView } from './list-keeping';
import { ListOptions, RowPage } from './list-options';
import { ListQuery, QueryRules, nextSort, readQuery, withFilter, writeQuery } from './list-query';

/** Everything a list page knows. Make it in a page or its store: `readonly list = listState<Row>({...})`. */
export class ListState<T> {
  readonly query: Signal<ListQuery>;
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly rules: QueryRules;
  private readonly page = signal<RowPage<T> | undefined>(undefined);
  private readonly failure = signal<Problem | undefined>(undefined);
  private readonly busy = signal(true);
  private readonly chosen = signal<ReadonlySet<string>>(new Set());
  private readonly again = signal(0);
  readonly kept: ListKeeping;

  readonly rows = computed<readonly T[]>(() => this.page()?.items ?? []);
  readonly total = computed(() => this.page()?.total ?? this.rows().length);
  readonly atLeast = computed(() => this.page()?.atLeast ?? false);
  readonly loading = this.busy.asReadonly();
  readonly problem = this.failure.asReadonly();
  /** Nothing was ever shown yet. */
  readonly pending = computed(() => this.page() === undefined && !this.failure());
  readonly pages = computed(() => Math.max(1, Math.ceil(this.total() / this.query().size)));
  readonly filtered = computed(() => Object.keys(this.query().filters).length > 0);
  /** Filters that were not understood, by their keys: an address may have been cut off or typed by hand. */
  readonly misread = computed(() => [...(this.query().misread ?? []), ...(this.failure()?.misread ?? [])]);
  readonly selection = this.chosen.asReadonly();
  readonly selectedRows = computed(() => this.rows().filter((row) => this.chosen().has(this.options.id(row))));

  constructor(readonly options: ListOptions<T>) {
    this.rules = {
      keys: (options.filters ?? []).map((filter) => filter.key),
      days: (options.filters ?? []).filter((filter) => filter.kind === 'date').map((filter) => filter.key),
      sort: options.sort,
      size: options.size,
      prefix: options.prefix,
    };
    this.kept = new ListKeeping(inject(Session).user()?.id, options.name);
    const params = toSignal(this.route.queryParamMap.pipe(map((all) => ({ all }))), { requireSync: true });
    this.query = computed(
      () => {
        const { all } = params();
        return readQuery(Object.fromEntries(all.keys.map((key) => [key, all.get(key)])), this.rules);
      },
      { equal: (a, b) => JSON.stringify(a) === JSON.stringify(b) },
    );

    const asked = new Subject<ListQuery>();
    asked
      .pipe(
        tap(() => {
          this.busy.set(true);
        }),
        switchMap((query) =>
          options.load(query).pipe(
            map((page) => ({ page, problem: undefined })),
            catchError((error: unknown) => of({ page: undefined, problem: asProblem(error) })),
          ),
        ),
        takeUntilDestroyed(inject(DestroyRef)),
      )
      .subscribe(({ page, problem }) => {
        this.busy.set(false);
        this.failure.set(problem);
        if (page) this.page.set(page);
        // The last row of the last page was decided on or went away: there are others before it.
        if (page?.total && !page.items?.length && this.query().page > 1) this.toPage(this.pages());
      });
    effect(() => {
      const query = this.query();
      this.again();
      untracked(() => {
        this.chosen.set(new Set());
        asked.next(query);
      });
    });
  }

  filter(key: string): string | undefined {
    return this.query().filters[key];
  }

  setFilter(key: string, value: string | undefined): void {
    this.go(withFilter(this.query(), key, value));
  }

  clearFilters(): void {
    this.go({ ...this.query(), page: 1, filters: {} });
  }

  sortBy(key: string): void {
    const query = this.query();
    this.go({ ...query, page: 1, sort: nextSort(query.sort, key, this.rules.sort) });
  }

  toPage(page: number): void {
    this.go({ ...this.query(), page: Math.min(Math.max(1, page), this.pages()) });
  }

  setSize(size: number): void {
    this.go({ ...this.query(), page: 1, size });
  }

  /** Asks again; the rows stay until the answer is there. */
  reload(): void {
    this.again.update((count) => count + 1);
  }

  /** Puts a changed row in its place without asking again. */
  replace(row: T): void {
    const id = this.options.id(row);
    this.page.update((page) => ({
      ...page,
      items: page?.items?.map((known) => (this.options.id(known) === id ? row : known)) ?? [],
    }));
  }

  isSelected(row: T): boolean {
    return this.chosen().has(this.options.id(row));
  }

  toggle(row: T): void {
    const id = this.options.id(row);
    this.chosen.update((old) => {
      const next = new Set(old);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  }

  selectAll(on: boolean): void {
    this.chosen.set(on ? new Set(this.rows().map((row) => this.options.id(row))) : new Set());
  }

  readonly possible = computed(() => this.options.columns.filter(({ when }) => when?.(this.query()) ?? true));
  readonly columns = computed(() => {
    const hidden = this.kept.hidden();
    return this.possible().filter((column) => column.main || !(hidden?.has(column.key) ?? column.hidden));
  });

  showsColumn(key: string): boolean {
    return this.columns().some((column) => column.key === key);
  }

  toggleColumn(key: string): void {
    const hidden = new Set(
      this.possible()
        .filter((column) => !this.showsColumn(column.key))
        .map(({ key }) => key),
    );
    if (!hidden.delete(key)) hidden.add(key);
    this.kept.hide(hidden);
  }

  get views(): Signal<readonly SavedView[]> {
    return this.kept.views;
  }

  saveView(name: string): void {
    this.kept.save({ name, query: this.query() });
  }

  removeView(name: string): void {
    this.kept.remove(name);
  }

  openView(view: SavedView): void {
    this.go(view.query);
  }

  private go(query: ListQuery): void {
    void this.router.navigate([], {
      relativeTo: this.route,
      queryParams: writeQuery(query, this.rules),
      queryParamsHandling: 'merge',
      // Typing into a filter should not fill the back button with letters.
      replaceUrl: query.page === this.query().page,
    });
  }
}

export function listState<T>(options: ListOptions<T>): ListState<T> {
  assertInInjectionContext(listState);
  return new ListState<T>(options);
}
