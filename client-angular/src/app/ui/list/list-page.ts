import { NgTemplateOutlet } from '@angular/common';
import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  computed,
  contentChild,
  contentChildren,
  effect,
  inject,
  input,
  output,
  signal,
} from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatCheckboxModule } from '@angular/material/checkbox';
import { RouterLink } from '@angular/router';
import { CountPipe } from '@core/format.pipes';
import { LanguageSwitch } from '@core/language';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { debounceTime, Subject } from 'rxjs';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { UiIcon } from '../icon';
import { Trail } from '../layout/trail';
import { UiPopover } from '../popover';
import { UiEmpty } from '../states/empty';
import { UiMisread } from '../states/misread';
import { UiProblem } from '../states/problem';
import { UiFilterChip } from './filter-chip';
import { PAGE_SIZES } from './list-query';
import { SavedView } from './list-keeping';
import { Column, EXPORT_FORMATS, ExportFormat } from './list-options';
import { ListState } from './list-state';
import { UiPager } from './pager';
import { UiBulkActions, UiCell, UiRowActions } from './list-templates';
import { rowMove, step } from './row-keys';

/** The list page: one anatomy for every list of the product. See client-angular/README.md for how to use it. */
@Component({
  selector: 'ui-list-page',
  imports: [
    NgTemplateOutlet,
    MatButtonModule,
    MatCheckboxModule,
    RouterLink,
    CountPipe,
    TranslocoPipe,
    UiIcon,
    UiPager,
    UiPopover,
    UiEmpty,
    UiMisread,
    UiProblem,
    UiFilterChip,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './list-page.html',
  styleUrl: './list-page.scss',
  host: { '(document:keydown)': 'onKey($event)', '[class.embedded]': '!title()' },
})
export class UiListPage<T> {
  readonly list = input.required<ListState<T>>();
  /** The page's title in words; a list inside another page leaves it out. */
  readonly title = input('');
  readonly intro = input('');
  /** What an empty list says: `emptyTitle` and what to do about it. */
  readonly emptyTitle = input('');
  readonly emptyText = input('');
  /** Rows are buttons instead of links: the page opens them its own way, hearing `opened`. */
  readonly opens = input(false);
  readonly opened = output<T>();

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly transloco = inject(TranslocoService);
  private readonly language = inject(LanguageSwitch);
  private readonly cells = contentChildren(UiCell);
  protected readonly rowActions = contentChild(UiRowActions);
  protected readonly bulkActions = contentChild(UiBulkActions);

  protected readonly sizes = PAGE_SIZES;
  protected readonly skeleton = Array.from({ length: 8 }, (_, at) => at);
  protected readonly viewName = signal('');
  private readonly typed = new Subject<{ key: string; value: string }>();

  // The chips take any list; which rows it holds does not matter to them.
  protected readonly anyList = computed(() => this.list() as unknown as ListState<never>);
  protected readonly templates = computed(() => new Map(this.cells().map((cell) => [cell.key(), cell.template])));
  protected readonly filters = computed(() => this.list().options.filters ?? []);
  protected readonly search = computed(() => this.filters().find((filter) => filter.kind === 'search'));
  protected readonly chips = computed(() => this.filters().filter((filter) => filter.kind !== 'search'));
  /** Names of the filters that were not understood. */
  protected readonly misread = computed(() => {
    this.language.texts();
    const label = (key: string) => this.filters().find((filter) => filter.key === key)?.label;
    return this.list()
      .misread()
      .map((key) => this.transloco.translate(label(key) ?? key))
      .join(', ');
  });
  protected readonly optional = computed(() =>
    this.list()
      .possible()
      .filter((column) => !column.main),
  );
  protected readonly formats = computed(() => (this.list().options.export && !this.misread() ? EXPORT_FORMATS : []));
  protected readonly range = computed(() => {
    const { page, size } = this.list().query();
    return { from: (page - 1) * size + 1, to: Math.min(page * size, this.list().total()), total: this.list().total() };
  });
  protected readonly allSelected = computed(
    () => this.list().rows().length > 0 && this.list().selection().size === this.list().rows().length,
  );

  constructor() {
    const trail = inject(Trail);
    effect(() => {
      if (this.title()) trail.setLast(this.title());
    });
    this.typed.pipe(debounceTime(250), takeUntilDestroyed()).subscribe(({ key, value }) => {
      this.list().setFilter(key, value.trim() || undefined);
    });
  }

  protected type(key: string, event: Event): void {
    this.typed.next({ key, value: (event.target as HTMLInputElement).value });
  }

  protected text(row: T, column: Column<T>): string {
    const value = column.value?.(row);
    return value === null || value === undefined ? '' : String(value);
  }

  protected linkOf(row: T): string | unknown[] | undefined {
    const link = this.list().options.link?.(row);
    return typeof link === 'string' || link === undefined ? link : [...link];
  }

  protected ordered(column: Column<T>): 'ascending' | 'descending' | 'none' {
    const sort = this.list().query().sort;
    if (!column.sort) return 'none';
    if (sort === column.sort) return 'ascending';
    return sort === `-${column.sort}` ? 'descending' : 'none';
  }

  protected exportTo(format: ExportFormat): string {
    return this.list().options.export?.(format, this.list().query()) ?? '';
  }

  protected saveView(event: Event): void {
    event.preventDefault();
    const name = this.viewName().trim();
    if (!name) return;
    this.list().saveView(name);
    this.viewName.set('');
  }

  protected openView(view: SavedView, menu: UiPopover): void {
    this.list().openView(view);
    menu.close();
  }

  protected inputValue(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  protected onKey(event: KeyboardEvent): void {
    const move = rowMove(event);
    if (!move || document.querySelector('.cdk-overlay-backdrop, .cdk-dialog-container')) return;
    const rows = [...this.host.querySelectorAll<HTMLElement>('tbody tr[data-row]')];
    const current = rows.findIndex((row) => row.contains(document.activeElement));
    if (move === 'select') {
      const row = this.list().rows()[current];
      if (row && this.list().options.selectable) this.list().toggle(row);
      return;
    }
    const target = rows[step(current, move, rows.length)];
    const focusable = target?.querySelector<HTMLElement>('[data-open]') ?? target;
    focusable?.focus();
    target?.scrollIntoView({ block: 'nearest' });
  }
}
