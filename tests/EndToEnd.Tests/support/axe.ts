import { expect, type Page } from '@playwright/test';
import axe from 'axe-core';

const LEVELS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Only these look at colours; every other rule says of the same page in dark what it said in light. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

/**
 * No accessibility violation of WCAG 2.2 AA on the page as it stands, in light and in dark.
 * @param drawing What is shown at its true size; a list of the same things beside it is the larger target (2.5.8).
 */
export async function expectAxeClean(page: Page, drawing?: string): Promise<void> {
  await still(page, true);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const found = await violations(page, drawing, colorScheme === 'dark' ? OF_COLOURS : undefined);
    expect(found, `axe, ${colorScheme}, ${page.url()}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: null });
  await still(page, false);
}

/** By axe itself and not by its driver, which opens a window and reads half a megabyte of script for each look. */
async function violations(page: Page, drawing: string | undefined, rules: string[] | undefined): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(
    async ({ runOnly, drawing }) => {
      const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, {
        runOnly,
        resultTypes: ['violations'],
        elementRef: true,
      });
      return violations.flatMap(({ id, help, nodes }) => {
        const meant = nodes.filter(({ element }) => id !== 'target-size' || !drawing || !element?.closest(drawing));
        return meant.length ? [`${id} (${help}): ${meant.map(({ target }) => target.join(' ')).join(' | ')}`] : [];
      });
    },
    {
      runOnly: rules ? { type: 'rule' as const, values: rules } : { type: 'tag' as const, values: LEVELS },
      drawing,
    },
  );
}

/** Colours reach what inherits them one step of the nesting after another; a look in between would see both schemes. */
async function still(page: Page, on: boolean): Promise<void> {
  await page.evaluate((on) => {
    const all = window as unknown as { still?: CSSStyleSheet };
    if (!all.still) {
      all.still = new CSSStyleSheet();
      all.still.replaceSync('*, *::before, *::after { transition: none !important }');
    }
    const others = document.adoptedStyleSheets.filter((sheet) => sheet !== all.still);
    document.adoptedStyleSheets = on ? [...others, all.still] : others;
  }, on);
}
