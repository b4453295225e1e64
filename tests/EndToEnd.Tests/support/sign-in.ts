import { Page } from '@playwright/test';

const password = process.env['PIONIR_DEMO_PASSWORD'] ?? 'pionir-demo-2026';

/** As a person does it, through the page; `name` is the part of a demo address before the @. */
export async function signIn(page: Page, name: string): Promise<void> {
  await page.goto('/sign-in');
  await page
    .getByLabel(/surel|email/i)
    .first()
    .fill(`${name}@contoh.go.id`);
  await page.locator('input[type=password]').fill(password);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
}
