import type { Browser, Page } from '@playwright/test';
import { signIn } from './sign-in';

/** A window of somebody's own, signed in when they have an account. */
export async function as(browser: Browser, name?: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  if (name) await signIn(page, name);
  return page;
}
