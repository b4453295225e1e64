import { expect, type Page, type Request } from '@playwright/test';

/** Goes there and waits until the page has all that it asked for, and has shown it. */
export async function open(page: Page, address: string): Promise<void> {
  await settled(page, async () => {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });
}

/** Until nothing is on its way any more that came of the act, nor of what that brought. */
export async function settled(page: Page, act: () => Promise<unknown>): Promise<void> {
  const asked = new Set<Request>();
  let count = 0;
  const begin = (request: Request): void => {
    if (request.resourceType() === 'eventsource') return; // Stays open as long as the page.
    asked.add(request);
    count++;
  };
  const end = (request: Request): void => void asked.delete(request);
  page.on('request', begin).on('requestfinished', end).on('requestfailed', end);
  try {
    await act();
    for (let before = -1; before !== count;) {
      await expect.poll(() => asked.size, { intervals: [20] }).toBe(0);
      before = count;
      // The page draws what came, and asks for what it finds missing.
      await page.evaluate(
        () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))),
      );
    }
  } finally {
    page.off('request', begin).off('requestfinished', end).off('requestfailed', end);
  }
}
