/** What two people did to one record since both began with `base`. */
export interface Merged<T> {
  /** Theirs, with my changes on top. */
  readonly value: T;
  /** Where mine differs from theirs, as paths such as `deadlines.checkInMinutes`. */
  readonly mine: readonly Difference[];
  /** Paths that they changed and I did not: they stand. */
  readonly theirs: readonly string[];
}

export interface Difference {
  readonly path: string;
  readonly mine: unknown;
  readonly theirs: unknown;
}

export function merge<T extends object>(base: T, mine: T, theirs: T): Merged<T> {
  const value = carry(base, mine, theirs) as T;
  const differences = compare(value, theirs);
  const touched = new Set(differences.map(({ path }) => path));
  return {
    value,
    mine: differences,
    theirs: compare(base, theirs)
      .map(({ path }) => path)
      .filter((path) => !touched.has(path)),
  };
}

/** Theirs, with those of my changes that were chosen; the others give way to what is there now. */
export function keep<T extends object>(merged: Merged<T>, chosen: ReadonlySet<string>): T {
  return merged.mine
    .filter(({ path }) => !chosen.has(path))
    .reduce<unknown>((value, { path, theirs }) => put(value, path.split('.'), theirs), merged.value) as T;
}

function put(value: unknown, [key = '', ...rest]: readonly string[], to: unknown): unknown {
  const record = isRecord(value) ? value : {};
  return { ...record, [key]: rest.length > 0 ? put(record[key], rest, to) : to };
}

/** What changed between two states, done to a third; a list is taken whole, as the server does it. */
function carry(from: unknown, to: unknown, onto: unknown): unknown {
  if (same(from, to)) return onto;
  if (!isRecord(from) || !isRecord(to) || !isRecord(onto)) return to;
  const keys = [...new Set([...Object.keys(onto), ...Object.keys(to)])].filter((key) => !(key in from) || key in to);
  return Object.fromEntries(keys.map((key) => [key, carry(from[key], to[key], onto[key])]));
}

function compare(mine: unknown, theirs: unknown, path = ''): Difference[] {
  if (same(mine, theirs)) return [];
  if (!isRecord(mine) || !isRecord(theirs)) return [{ path, mine, theirs }];
  return [...new Set([...Object.keys(mine), ...Object.keys(theirs)])].flatMap((key) =>
    compare(mine[key], theirs[key], path ? `${path}.${key}` : key),
  );
}

/** A form says nothing in another way than the API does. */
function same(one: unknown, other: unknown): boolean {
  if (isNothing(one) && isNothing(other)) return true;
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((item, index) => same(item, other[index]));
  }
  if (isRecord(one) && isRecord(other)) {
    return [...Object.keys(one), ...Object.keys(other)].every((key) => same(one[key], other[key]));
  }
  return one === other;
}

function isNothing(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
