/** What a list shows now. The address carries it, so that a link, the back button and a saved view all mean the same. */
export interface ListQuery {
  readonly page: number;
  readonly size: number;
  /** API order: `title` or `-startsOn`. */
  readonly sort?: string;
  /** Filled filters only. Several choices of one filter are joined by commas. */
  readonly filters: Readonly<Record<string, string>>;
  /** Filters whose value in the address is none: they let everything through. */
  readonly misread?: readonly string[];
}

export interface QueryRules {
  readonly keys: readonly string[];
  /** Those of `keys` whose value is a day. */
  readonly days?: readonly string[];
  readonly sort?: string;
  readonly size?: number;
  /** Put before every key, for a list inside a page that has another. */
  readonly prefix?: string;
}

/** Address of the list as a file. `names` are the API's where they differ; `several` are filters of many choices. */
export function fileAddress(
  path: string,
  format: string,
  { sort, filters }: ListQuery,
  { names = {}, several = [] }: { names?: Readonly<Record<string, string>>; several?: readonly string[] } = {},
): string {
  const params = new URLSearchParams({ format });
  if (sort) params.set('sort', sort);
  for (const [key, value] of Object.entries(filters)) {
    for (const one of several.includes(key) ? many(value) : [value]) params.append(names[key] ?? key, one);
  }
  return `${path}?${params.toString()}`;
}

export const PAGE_SIZES = [25, 50, 100] as const;

type Params = Readonly<Record<string, string | null | undefined>>;

export function readQuery(params: Params, rules: QueryRules): ListQuery {
  const at = (key: string) => params[(rules.prefix ?? '') + key] ?? undefined;
  const size = Number(at('size'));
  const page = Number(at('page'));
  const filters: Record<string, string> = {};
  const misread: string[] = [];
  for (const key of rules.keys) {
    const value = at(key);
    if (!value) continue;
    if (rules.days?.includes(key) && !isDay(value)) misread.push(key);
    else filters[key] = value;
  }
  return {
    page: Number.isInteger(page) && page > 1 ? page : 1,
    size: PAGE_SIZES.find((known) => known === size) ?? rules.size ?? PAGE_SIZES[0],
    sort: at('sort') ?? rules.sort,
    filters,
    ...(misread.length > 0 && { misread }),
  };
}

/** An address may have been cut off or typed by hand. */
function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
}

/** The parameters for the address; what equals the default is left out, so that addresses stay short. */
export function writeQuery(query: ListQuery, rules: QueryRules): Record<string, string | null> {
  const prefix = rules.prefix ?? '';
  const params: Record<string, string | null> = {
    [`${prefix}page`]: query.page > 1 ? String(query.page) : null,
    [`${prefix}size`]: query.size === (rules.size ?? PAGE_SIZES[0]) ? null : String(query.size),
    [`${prefix}sort`]: query.sort === rules.sort ? null : (query.sort ?? null),
  };
  for (const key of rules.keys) params[prefix + key] = query.filters[key] ?? null;
  return params;
}

/** A changed filter or order begins at the first page again. */
export function withFilter(query: ListQuery, key: string, value: string | undefined): ListQuery {
  const filters = Object.fromEntries(Object.entries(query.filters).filter(([known]) => known !== key));
  if (value) filters[key] = value;
  return { ...query, page: 1, filters };
}

/** A column's button: ascending, descending, then the list's own order. */
export function nextSort(current: string | undefined, key: string, byDefault: string | undefined): string | undefined {
  if (current === key) return `-${key}`;
  if (current === `-${key}`) return byDefault === `-${key}` || byDefault === key ? key : byDefault;
  return key;
}

export function many(value: string | undefined): string[] {
  return value ? value.split(',').filter(Boolean) : [];
}

export function toggled(value: string | undefined, option: string): string | undefined {
  const values = many(value);
  const next = values.includes(option) ? values.filter((known) => known !== option) : [...values, option];
  return next.join(',') || undefined;
}
