import { expect, Page } from '@playwright/test';

/** Nothing on the page makes it wider than the window. */
export async function expectNoSideways(page: Page): Promise<void> {
  const wider = (): Promise<number> =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await expect.poll(wider, `wider than the window: ${page.url()}`).toBeLessThanOrEqual(0);
}

/** A window of 1280 × 720 at 200 %: half as many pixels each way. */
export const AT_200_PERCENT = { width: 640, height: 360 };
