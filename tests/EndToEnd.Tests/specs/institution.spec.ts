import { expect, test } from '@playwright/test';
import { expectAxeClean } from '../support/axe';
import { choices } from '../support/conflict';
import { as } from '../support/people';
import { signIn } from '../support/sign-in';

// Whoever changes the institution stands in this file: side by side in two workers each would meet the other's change.

test('a pattern without a sequence is refused at its field, and a change is in the history', async ({ page }) => {
  await signIn(page, 'admin');
  await page.goto('/institution');
  const pattern = page.getByLabel('Kode kegiatan');
  const before = await pattern.inputValue();
  await pattern.fill('PK/{year}');
  await page.getByRole('button', { name: 'Simpan' }).click();
  await expect(page.getByText(/nomor yang sama berkali-kali/).first()).toBeVisible();

  await pattern.fill(before);
  const address = `Jalan Uji Nomor ${Date.now() % 1000}`;
  await page.getByLabel('Alamat', { exact: true }).fill(address);
  await page.getByLabel('Alasan perubahan').fill('Pindah kantor');
  await page.getByRole('button', { name: 'Simpan' }).click();
  await expect(page.getByText('Pengaturan tersimpan')).toBeVisible();

  await page.getByRole('tab', { name: 'Riwayat' }).click();
  await expect(page.getByText(address).first()).toBeVisible();
  await expect(page.getByText('“Pindah kantor”').first()).toBeVisible();
});

test('what was typed into the settings and not sent is there again', async ({ page }) => {
  await signIn(page, 'admin');
  await page.goto('/institution');
  await page.getByLabel('Alasan perubahan').fill('Belum selesai ditulis');
  await expect(page.getByText(/tersimpan \d/)).toBeVisible();
  await page.reload();

  await expect(page.getByLabel('Alasan perubahan')).toHaveValue('Belum selesai ditulis');
  await page.getByRole('button', { name: 'Batal', exact: true }).click();
  await page.reload();
  await expect(page.getByLabel('Nama singkat')).not.toHaveValue('');
  await expect(page.getByLabel('Alasan perubahan')).toHaveValue('');
});

test('two administrators change the settings: each keeps what the other did not touch', async ({ browser }) => {
  const first = await as(browser, 'admin');
  const second = await as(browser, 'admin');
  const address = `Jalan Uji ${Date.now()}`;
  for (const page of [first, second]) {
    await page.goto('/institution');
    await expect(page.getByLabel('Alamat', { exact: true })).toBeVisible();
  }
  await first.getByLabel('Alamat', { exact: true }).fill(address);
  await first.getByLabel('Berlakunya kode hadir (menit)').fill('21');
  await first.getByRole('button', { name: 'Simpan', exact: true }).click();
  await expect(first.getByText('Pengaturan tersimpan')).toBeVisible();

  await second.getByLabel('Berlakunya kode hadir (menit)').fill('22');
  await second.getByRole('button', { name: 'Simpan', exact: true }).click();
  const conflict = second.getByRole('dialog');
  await expect(conflict.getByText('Anda mengubahnya di jendela lain pada')).toBeVisible();
  await expect(choices(conflict, /kode hadir/)).toHaveText(['22', '21']);
  await expect(conflict.getByText(/tetap dipakai: Alamat/)).toBeVisible();
  await expectAxeClean(second);
  await conflict.getByRole('button', { name: 'Pakai pilihan ini' }).click();
  await expect(second.getByText('Pengaturan tersimpan')).toBeVisible();
  await expect(second.getByLabel('Alamat', { exact: true })).toHaveValue(address);
  await expect(second.getByLabel('Berlakunya kode hadir (menit)')).toHaveValue('22');
});
