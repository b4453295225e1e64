import type { Locator } from '@playwright/test';

/** Mine and what is there now, of one field. */
export function choices(conflict: Locator, field: string | RegExp): Locator {
  return conflict.getByRole('group', { name: field }).locator('.value');
}
