import { expect, test } from '@playwright/test';
import { expectAxeClean } from '../support/axe';
import { signInByForm } from '../support/sign-in';

test('who signs out leaves nothing on the machine for the next person', async ({ page, context }) => {
  await signInByForm(page, 'pic1');
  const other = await context.newPage();
  await other.goto('/trainings');
  await expect(other.getByRole('heading', { level: 1 })).toBeVisible();
  await page.goto('/trainings/new');
  await page.getByLabel('Nama pelatihan').fill('Rencana yang belum dikirim');
  await expect(page.getByText(/tersimpan \d/)).toBeVisible();

  await page.getByRole('button', { name: /^Akun / }).click();
  await page.getByRole('button', { name: 'Keluar' }).click();
  const question = page.getByRole('dialog', { name: 'Keluar dan hapus isian?' });
  await expect(question).toContainText('1 formulir');
  await expectAxeClean(page);
  await question.getByRole('button', { name: 'Keluar dan hapus' }).click();

  // The other window of the same browser leaves with it.
  for (const window of [page, other]) await expect(window).toHaveURL(/\/sign-in$/);
  await page.goBack();
  await expect(page).toHaveURL(/\/sign-in/);
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))).not.toContain('Rencana');

  await signInByForm(page, 'pic2');
  await page.goto('/trainings/new');
  await expect(page.getByLabel('Nama pelatihan')).toHaveValue('');
});
