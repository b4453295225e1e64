import { type BrowserContext, expect, type Page } from '@playwright/test';
import { call } from './call';

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>;

export const demoPassword = process.env['PIONIR_DEMO_PASSWORD'] ?? 'pionir-demo-2026';

const sessions = new Map<string, Cookies>();

/**
 * With the session that this account has had since its first test, for tests of what comes after the door.
 * @param name The part of a demo address before the @.
 */
export async function signIn(page: Page, name: string): Promise<void> {
  const context = page.context();
  if (!sessions.has(name)) {
    await context.clearCookies();
    await call(page, 'GET', '/session');
    await call(page, 'POST', '/session', { email: `${name}@contoh.go.id`, password: demoPassword });
    await call(page, 'GET', '/session'); // The token against forgery is another one now.
    sessions.set(name, await context.cookies());
  }
  await context.addCookies(sessions.get(name) ?? []);
}

/** As a person does it, through the page: a session of its own, which the test may end. */
export async function signInByForm(page: Page, name: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('Surel').fill(`${name}@contoh.go.id`);
  await page.getByLabel('Kata sandi', { exact: true }).fill(demoPassword);
  await page.keyboard.press('Enter');
  await expect(page).not.toHaveURL(/sign-in/);
}
