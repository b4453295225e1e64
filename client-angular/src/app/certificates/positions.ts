/** Rows chosen on any page, as the address carries them: `1-50,73`. */
export function readPositions(text: string | undefined): readonly number[] {
  const chosen = new Set<number>();
  for (const part of text?.split(',') ?? []) {
    const [, from, to = from] = /^(\d{1,6})(?:-(\d{1,6}))?$/.exec(part) ?? [];
    for (let at = Number(from); at <= Number(to); at++) chosen.add(at);
  }
  return [...chosen].sort((one, other) => one - other);
}

/** Nothing for none, so that the address stays short. */
export function writePositions(positions: Iterable<number>): string | null {
  const runs: [from: number, to: number][] = [];
  for (const at of [...positions].sort((one, other) => one - other)) {
    const last = runs.at(-1);
    if (last && at <= last[1] + 1) last[1] = at;
    else runs.push([at, at]);
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(',') || null;
}
