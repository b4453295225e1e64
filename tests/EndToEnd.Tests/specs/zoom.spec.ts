import { type Page, expect, test } from '@playwright/test';
import { AT_200_PERCENT, expectNoSideways } from '../support/layout';
import { open } from '../support/open';
import { signIn } from '../support/sign-in';

// Each pixel is drawn twice as large.
test.use({ deviceScaleFactor: 2 });

const mainPages: Record<string, string[]> = {
  // Where there is little room the calendar begins with its list, which is of other days.
  pic1: ['/', '/trainings', '/trainings/new', '/calendar?view=month', '/monitoring', '/certificates'],
  kepala: ['/trainings/approval', '/jp-years'],
  'pic.unit': ['/nominations'],
  pegawai: ['/my-year', '/catalogue', '/profile'],
  sdm: ['/employees', '/units', '/imports/new'],
  admin: ['/users', '/audit', '/institution', '/jp-rules'],
};

/** What can be read as a heading or done on the page, by its words; without what lies outside the window sideways. */
async function wordsOf(page: Page): Promise<string[]> {
  return page
    .locator('main :is(h1, h2, h3, legend, a, button, input, select, textarea, [role=tab], [role=combobox])')
    .evaluateAll((all) =>
      (all as HTMLInputElement[])
        .filter((one) => one.checkVisibility({ visibilityProperty: true }) && one.getBoundingClientRect().width > 1)
        // Where the desk has room for one thing at a time, its list is one step back.
        .filter((one) => !one.closest('[uiDeskList]'))
        .map((one) => one.getAttribute('aria-label') ?? one.labels?.[0]?.innerText ?? one.innerText)
        .map((words) => words.replace(/\s+/g, ' ').trim())
        .filter(Boolean),
    );
}

for (const [who, addresses] of Object.entries(mainPages)) {
  test(`at 200 % nothing is lost of what ${who} works with`, async ({ page }) => {
    await signIn(page, who);
    for (const address of addresses) {
      await test.step(address, async () => {
        // Again when another spec has changed what the page lists between the two looks.
        await expect(async () => {
          await page.setViewportSize({ width: 1280, height: 720 });
          await open(page, address);
          const whole = await wordsOf(page);
          await page.setViewportSize(AT_200_PERCENT);
          // Where it has come to: the desk opens the first of its list by itself only where both have room.
          await open(page, page.url());
          await expectNoSideways(page);
          const zoomed = await wordsOf(page);
          expect(whole.filter((words) => !zoomed.includes(words))).toEqual([]);
        }).toPass();
      });
    }
  });
}
