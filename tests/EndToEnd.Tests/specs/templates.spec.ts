import { expect, test } from '@playwright/test';
import { expectAxeClean } from '../support/axe';
import { signIn } from '../support/sign-in';

test('a template is begun, changed by keys and numbers, and published', async ({ page }) => {
  await signIn(page, 'admin');
  await page.goto('/certificate-templates');
  await page.getByRole('button', { name: 'Buat templat' }).click();
  const name = `Templat ${Date.now()}`;
  await page.getByLabel('Nama templat').fill(name);
  await page.getByRole('button', { name: 'Mulai merancang' }).click();

  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(page.getByText('Tidak ada masalah dengan semua contoh.')).toBeVisible();
  await expectAxeClean(page, '.paper');

  const paper = page.getByRole('region', { name: 'Kertas' });
  const holder = paper.getByRole('button', { name: '{name}', exact: true });
  await holder.focus();
  await holder.press('Enter');
  const top = page.getByLabel('Dari atas');
  const before = Number(await top.inputValue());
  await holder.press('ArrowDown');
  await expect(top).toHaveValue(String(before + 1));
  await holder.press('Shift+ArrowUp');
  await expect(top).toHaveValue(String(Math.round((before + 0.9) * 100) / 100));

  // Off the paper: told beside the block, and nothing is published.
  await page.getByLabel('Dari kiri').fill('250');
  await expect(page.getByText('Blok ini melewati tepi kertas').first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Terbitkan versi' })).toBeDisabled();
  await page.getByRole('button', { name: 'Urungkan' }).click();
  await expect(page.getByText('Tidak ada masalah dengan semua contoh.')).toBeVisible();

  await page.getByRole('button', { name: 'Terbitkan versi' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Terbitkan versi' }).click();
  await expect(page.getByText('versi 1').first()).toBeVisible();
  await expect(page.getByText(/Tersimpan \d/)).toBeVisible();
});
