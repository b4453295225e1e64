import { expect, type Locator, type Page } from '@playwright/test';
import { settled } from './open';

/** What has the focus, as a screen reader would call it. */
export const focused = (page: Page): Locator => page.locator(':focus');

function nameOfFocused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLInputElement | null;
    const named = (element?.getAttribute('aria-labelledby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.innerText ?? '');
    const words = [element?.getAttribute('aria-label') ?? '', ...named, element?.labels?.[0]?.innerText ?? ''];
    return (words.find((word) => word.trim()) ?? element?.innerText ?? '').trim();
  });
}

/** Tab by Tab, as far as it takes, and never past the end of the page. */
export async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let step = 0; step < 80; step++) {
    await page.keyboard.press('Tab');
    // Past the last control the focus leaves the page for the browser's own.
    if (name.test(await nameOfFocused(page))) return;
  }
  throw new Error(`No way by Tab to ${String(name)} on ${page.url()}`);
}

export async function press(page: Page, name: RegExp): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press('Enter');
}

export async function type(page: Page, name: RegExp, text: string): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text);
}

/** A choice is opened, walked by its arrows, and taken. */
export async function choose(page: Page, name: RegExp, option: string): Promise<void> {
  await press(page, name);
  const list = page.getByRole('listbox');
  await expect(list).toBeVisible();
  const active = page.locator('.mat-mdc-option-active');
  await page.keyboard.press('Home');
  for (let step = await list.getByRole('option').count(); step > 0; step--) {
    if ((await active.innerText()).includes(option)) break;
    const before = await active.getAttribute('id');
    await page.keyboard.press('ArrowDown');
    await expect(active).not.toHaveAttribute('id', before ?? '');
  }
  await expect(active).toContainText(option);
  await page.keyboard.press('Enter');
  await expect(list).toBeHidden();
}

/** The keys go to the question that is asked, on itself or on something in it. */
export async function expectAsked(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(() => !!document.activeElement?.closest('[role=dialog]'))).toBe(true);
}

/** Tabs are one stop; the arrows walk them. What the opened one holds has come. */
export async function toTab(page: Page, name: RegExp): Promise<void> {
  const current = await page.getByRole('tab', { selected: true }).innerText();
  await tabTo(page, new RegExp(`^${current.trim().split(/\s/)[0] ?? ''}`));
  for (let step = 0; step < 12 && !name.test(await nameOfFocused(page)); step++)
    await page.keyboard.press('ArrowRight');
  await settled(page, () => page.keyboard.press('Enter'));
  await expect(page.getByRole('tab', { name, selected: true })).toBeVisible();
}
