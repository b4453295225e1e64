import { type Page, expect, test } from '@playwright/test';
import { expectAxeClean } from '../support/axe';
import { expectNoSideways } from '../support/layout';
import { signIn } from '../support/sign-in';

/** Every place of the rail, as somebody who works there. */
const places: Record<string, string[]> = {
  pic1: [
    '/',
    '/trainings',
    '/trainings/new',
    '/calendar',
    '/calendar/feeds',
    '/monitoring',
    '/certificates',
    '/certificate-templates',
    '/number-patterns',
  ],
  kepala: ['/trainings/approval', '/delegations'],
  pegawai: ['/my-year', '/catalogue', '/profile'],
  sdm: ['/employees', '/units'],
  admin: [
    '/imports',
    '/imports/new',
    '/users',
    '/roles',
    '/api-clients',
    '/audit',
    '/jobs',
    '/settings',
    '/notifications',
  ],
};

for (const [who, addresses] of Object.entries(places)) {
  test.describe(`Halaman untuk ${who} @phone`, () => {
    // Signed in once and the page kept: that is how somebody goes from place to place, and half the time.
    let page: Page;
    let errors: string[] = [];

    test.beforeAll(async ({ browser }) => {
      page = await (await browser.newContext()).newPage();
      page.on('pageerror', (error) => errors.push(error.message));
      await signIn(page, who);
    });
    test.afterAll(() => page.context().close());

    for (const address of addresses) {
      test(`${address} is accessible and fits`, async () => {
        errors = [];
        await page.goto(address);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await page.waitForLoadState('networkidle');
        await expectNoSideways(page);
        await expectAxeClean(page);
        expect(errors).toEqual([]);
      });
    }
  });
}

test('somebody without the permission is told so, and nothing is shown', async ({ page }) => {
  await signIn(page, 'pegawai');
  await page.goto('/users');

  await expect(page).toHaveURL(/no-access/);
  await expect(page.getByRole('table')).toHaveCount(0);
});

test('anybody can ask whether a certificate is genuine', async ({ page }) => {
  await page.goto('/v/tidak-ada-token-seperti-ini');

  await expect(page.getByText('Tidak ada sertifikat yang cocok')).toBeVisible();
  await expectAxeClean(page);
});

test('anybody can ask whether a JP statement is genuine', async ({ page }) => {
  await page.goto('/j/tidak-ada-token-seperti-ini');

  await expect(page.getByText('Tidak ada rekapitulasi yang cocok')).toBeVisible();
  await expectAxeClean(page);
});
