import { expect, test } from '@playwright/test';
import { signIn } from '../support/sign-in';

test('a competency is found in spite of a typing error, and has an address of its own', async ({ page }) => {
  await signIn(page, 'pegawai');
  await page.goto('/competencies?q=integrtas');

  await page.getByRole('link', { name: 'Integritas' }).first().click();

  await expect(page).toHaveURL(/\/dictionaries\/kamus-contoh\/1\/M01$/);
  await expect(page.getByRole('heading', { name: 'Integritas' })).toBeVisible();
  await expect(page.getByText('Ahli').first()).toBeVisible();
});

test('a job family is added and corrected, and keeps its history', async ({ page }) => {
  await signIn(page, 'admin');
  const code = `rumpun-${Date.now()}`;
  await page.goto('/reference-data/jobFamilies/new');
  await page.getByLabel('Kode', { exact: true }).fill(code);
  await page.getByLabel('Nama (Indonesia)').fill(`Rumpun ${code}`);
  await page.getByLabel('Nama (Inggris)').fill(`Family ${code}`);
  await page.getByLabel('Berlaku sejak').fill('1/1/2026');
  await page.getByRole('button', { name: 'Tambah butir' }).click();

  await page.getByRole('link', { name: `Rumpun ${code}` }).click();
  await page.getByLabel('Nama (Indonesia)').fill(`Rumpun baru ${code}`);
  await page.getByLabel('Alasan perubahan').fill('Salah ketik');
  await page.getByRole('button', { name: 'Simpan koreksi' }).click();

  await page.getByRole('link', { name: `Rumpun baru ${code}` }).click();
  await expect(page.getByText('Salah ketik')).toBeVisible();
});

test('a dictionary is looked at before it comes in, and published by somebody else', async ({ page }) => {
  const title = `Kamus Uji ${Date.now()}`;
  await signIn(page, 'kamus');
  await page.goto('/dictionaries/import');
  const example = await (await page.request.get('/api/v1/dictionaries/example')).json();
  await page.locator('input[type=file]').setInputFiles({
    name: 'kamus.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify({ ...example, title })),
  });
  await page.getByRole('button', { name: 'Periksa berkas' }).click();
  await expect(page.getByRole('heading', { name: title })).toBeVisible();
  await page.getByRole('button', { name: /Simpan sebagai draf/ }).click();

  await expect(page).toHaveURL(/\/dictionaries\/kamus-uji-\d+\/1$/);
  await expect(page.getByText('Draf', { exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Terbitkan' })).toHaveCount(0);
});
