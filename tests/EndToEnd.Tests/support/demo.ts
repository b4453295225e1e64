import type { Page } from '@playwright/test';
import { call } from './call';

interface Row {
  id: string;
  state: string;
  title?: string;
}

/** Of a training that a test has made: another spec may be at it at this moment, and it may be gone in the next. */
const MADE_BY_A_TEST = /^Uji /;

/** The first of a list of the API that the demo brought along (and that is in this state). */
export async function firstOfDemo(page: Page, list: string, state?: string): Promise<string> {
  const answer = await call<Row[] | { items: Row[] }>(page, 'GET', list);
  const rows = Array.isArray(answer) ? answer : answer.items;
  const found = rows.find((row) => (!state || row.state === state) && !MADE_BY_A_TEST.test(row.title ?? ''));
  if (!found) throw new Error(`The demo has nothing ${state ?? ''} in ${list}`);
  return found.id;
}
