import { expect, test } from '@playwright/test';
import { expectAxeClean } from '../support/axe';
import { expectNoSideways } from '../support/layout';
import { signIn } from '../support/sign-in';

/** What an employee does without holding any role besides: mostly on a phone. */
test.describe('Employee @phone', () => {
  test.beforeEach(async ({ page }) => {
    await signIn(page, 'pegawai');
  });

  test('a code that is not the class’s is refused in words, and stays to be corrected', async ({ page }) => {
    await page.goto('/check-in');
    await page.getByLabel('Kode').fill('SALAH1');
    await page.keyboard.press('Enter');

    await expect(page.getByRole('alert')).toBeVisible();
    await expect(page.getByLabel('Kode')).toHaveValue('SALAH1');
    await expectAxeClean(page);
  });

  test('the catalogue keeps what was looked for in its address, and says when nothing matches', async ({ page }) => {
    await page.goto('/catalogue?q=tidak-ada-yang-begini');
    await expect(page.getByText('Tidak ada yang cocok')).toBeVisible();
    await expect(page.getByLabel('Cari pelatihan')).toHaveValue('tidak-ada-yang-begini');

    await page.getByRole('link', { name: 'Hapus saringan' }).click();
    await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
    await expect(page).toHaveURL(/catalogue$/);
  });

  test('my trainings lead to the training with its programme', async ({ page }) => {
    await page.goto('/catalogue/mine');
    await page.locator('[data-open]').first().click();

    await expect(page).toHaveURL(/trainings/);
    await page.getByRole('tab', { name: /^Sesi/ }).click();
    await expectNoSideways(page);
  });

  test('one’s own record has no links that end before a closed door', async ({ page }) => {
    const { user } = (await (await page.request.get('/api/v1/session')).json()) as { user: { employeeId: string } };
    await page.goto(`/employees/${user.employeeId}`);
    await expect(page.locator('main ui-fact').first()).toBeVisible();

    await expect(page.locator('main ui-fact a:not([href^="mailto:"])')).toHaveCount(0);
    await expect(page.locator('header a[href="/employees"]')).toHaveCount(0);
  });
});
