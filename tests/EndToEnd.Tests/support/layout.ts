import { expect, Page } from '@playwright/test';

/** Nothing on the page makes it wider than the window. */
export async function expectNoSideways(page: Page): Promise<void> {
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wider, `wider than the window: ${page.url()}`).toBeLessThanOrEqual(0);
}
