import { expect, type Page, test } from '@playwright/test';
import { signIn } from '../support/sign-in';

/** What has the focus, as a screen reader would call it. */
const focused = (page: Page) => page.locator(':focus');

async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let step = 0; step < 60; step++) {
    await page.keyboard.press('Tab');
    // Past the last control the focus leaves the page for the browser's own.
    const words = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement | null;
      return element?.getAttribute('aria-label') ?? element?.innerText ?? '';
    });
    if (name.test(words)) return;
  }
  throw new Error(`No way by Tab to ${String(name)} on ${page.url()}`);
}

test('a person is found and opened without a mouse', async ({ page }) => {
  await signIn(page, 'sdm');
  await page.keyboard.press('Tab');
  await expect(focused(page)).toHaveText(/isi halaman|konten/i);
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog').locator(':focus')).toHaveCount(1);
  await page.keyboard.type('lukman krisna');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/employees\/[0-9a-f-]{36}/);
  await expect(page.getByRole('heading', { level: 1, name: /Lukman Krisna Siregar/ })).toBeVisible();
});

test('a list is filtered, walked and opened without a mouse, and going back keeps its place', async ({ page }) => {
  await signIn(page, 'sdm');
  await page.goto('/employees');
  await expect(page.getByRole('row').nth(1)).toBeVisible();
  await tabTo(page, /^Cari nama/);
  await page.keyboard.type('siregar');
  await expect(page).toHaveURL(/q=siregar/);
  await expect(page.getByRole('row').nth(1)).toContainText(/siregar/i);
  await tabTo(page, /Siregar/);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/employees\/[0-9a-f-]{36}/);
  await page.goBack();
  await expect(page).toHaveURL(/q=siregar/);
  await expect(page.getByRole('row').nth(1)).toContainText(/siregar/i);
});

test('a dialog takes the focus, keeps it, and gives it back', async ({ page }) => {
  await signIn(page, 'kepala');
  await page.goto('/trainings');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('Control+k');
  const dialog = page.getByRole('dialog');
  await expect(dialog.locator(':focus')).toHaveCount(1);
  for (let step = 0; step < 5; step++) {
    await page.keyboard.press('Tab');
    await expect(dialog.locator(':focus')).toHaveCount(1);
  }
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
});
