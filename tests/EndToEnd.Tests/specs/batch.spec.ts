import { expect, test } from '@playwright/test';
import { expectAxeClean } from '../support/axe';
import { firstOfDemo } from '../support/demo';
import { signIn } from '../support/sign-in';

test('what is shown and chosen of a batch stands in its address @phone', async ({ page }) => {
  await signIn(page, 'pic1');
  await page.goto(`/certificate-batches/${await firstOfDemo(page, '/certificate-batches?size=100')}`);
  const boxes = page.getByRole('checkbox', { name: /^Pilih baris/ });
  await boxes.nth(0).check();
  await boxes.nth(1).check();
  await page.getByRole('radio', { name: 'Terbit', exact: true }).click();
  await expect(page).toHaveURL(/chosen=1-2&state=issued/);

  await page.reload();
  await expect(page.getByRole('radio', { name: 'Terbit', exact: true })).toBeChecked();
  await expect(page.getByText('2 dipilih')).toBeVisible();
  await expect(boxes.nth(0)).toBeChecked();
  await expectAxeClean(page);
  // Every value of a row is in sight, on a phone too.
  const rows = page.locator('app-batch-rows');
  expect(await rows.evaluate((it) => it.parentElement!.scrollWidth - it.parentElement!.clientWidth)).toBe(0);

  await page.goBack();
  await expect(page).not.toHaveURL(/state=/);
  await page.getByRole('button', { name: 'Batalkan pilihan' }).click();
  await expect(page).not.toHaveURL(/chosen=/);
  await expect(boxes.nth(0)).not.toBeChecked();
});
