/** A box in millimetres. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Guides {
  /** Where a line down the page shows what the box keeps to. */
  readonly x?: number;
  readonly y?: number;
}

/** Lines of the page that boxes like to keep to: edges of the margin, the middle, edges and middles of the others. */
export function linesOf(
  sheet: { width: number; height: number },
  margin: number,
  others: readonly Box[],
): { xs: number[]; ys: number[] } {
  const xs = [margin, sheet.width / 2, sheet.width - margin];
  const ys = [margin, sheet.height / 2, sheet.height - margin];
  for (const other of others) {
    xs.push(other.x, other.x + other.width / 2, other.x + other.width);
    ys.push(other.y, other.y + other.height / 2, other.y + other.height);
  }
  return { xs, ys };
}

/** Moves a box to the nearest line within reach, by an edge or its middle, along each way for itself. */
export function snapMove(box: Box, lines: { xs: number[]; ys: number[] }, reach: number): Box & { guides: Guides } {
  const along = nearest([box.x, box.x + box.width / 2, box.x + box.width], lines.xs, reach);
  const down = nearest([box.y, box.y + box.height / 2, box.y + box.height], lines.ys, reach);
  return {
    ...box,
    x: box.x + (along?.by ?? 0),
    y: box.y + (down?.by ?? 0),
    guides: { x: along?.line, y: down?.line },
  };
}

/** Moves the lower right corner to the nearest lines within reach. */
export function snapSize(box: Box, lines: { xs: number[]; ys: number[] }, reach: number): Box & { guides: Guides } {
  const along = nearest([box.x + box.width], lines.xs, reach);
  const down = nearest([box.y + box.height], lines.ys, reach);
  return {
    ...box,
    width: box.width + (along?.by ?? 0),
    height: box.height + (down?.by ?? 0),
    guides: { x: along?.line, y: down?.line },
  };
}

function nearest(
  edges: readonly number[],
  lines: readonly number[],
  reach: number,
): { by: number; line: number } | undefined {
  let best: { by: number; line: number } | undefined;
  for (const line of lines) {
    for (const edge of edges) {
      const by = line - edge;
      if (Math.abs(by) <= reach && (!best || Math.abs(by) < Math.abs(best.by))) best = { by, line };
    }
  }
  return best;
}
