import { expect, test } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { expectAxeClean } from '../support/axe';
import { signIn } from '../support/sign-in';

/** Lesson hours over time: what the year comes to, how it stood on a day, what came before, and its end. */
test.describe('Tahun JP', () => {
  test('a past state says so, stays in the address and in both files, and leads back', async ({ page }) => {
    await signIn(page, 'pegawai');
    await page.goto('/my-year');
    await expect(page.getByRole('heading', { name: 'Prakiraan sampai 31 Desember' })).toBeVisible();

    const day = page.getByRole('textbox', { name: 'Keadaan per tanggal' });
    await day.fill('1 Maret 2026');
    await day.press('Enter');

    await expect(page).toHaveURL(/per=2026-03-01/);
    await expect(page.getByText(/Keadaan lampau: begini rekap ini pada akhir 1 Maret 2026/)).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Prakiraan sampai 31 Desember' })).toBeHidden();
    const past = /asOf=2026-03-01T16%3A59%3A59/;
    await expect(page.getByRole('link', { name: 'Unduh XLSX' })).toHaveAttribute('href', past);
    const [asked, download] = await Promise.all([
      page.waitForRequest(past),
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Unduh PDF bertanda tangan' }).click(),
    ]);
    expect(asked.url()).toContain('/jp/statement/pdf');
    expect(
      readFileSync(await download.path())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    await page.getByRole('button', { name: 'Kembali ke keadaan kini' }).click();
    await expect(page).not.toHaveURL(/per=/);
  });

  test('opening balances: wrong rows are named, the good ones are posted, and never twice', async ({ page }) => {
    await signIn(page, 'sdm');
    const people = await page.request.get('/api/v1/employees?size=1&q=19');
    const number = (await people.json()).items[0].number as string;
    const reference = `SK-${String(Date.now())}`;
    const file = {
      name: 'saldo.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(
        `identity_number,year,jp,title,reference\n${number},2022,12,Diklat Kearsipan,${reference}\n${number},2022,0,Salah,${reference}\n`,
      ),
    };
    for (const posted of [1, 0]) {
      await page.goto('/imports/new');
      await page.locator('input[type=file]').setInputFiles(file);
      await page.getByRole('button', { name: 'Periksa' }).click();
      await expect(page.getByText('jp.range')).toBeVisible();
      await expect(page.getByText(/antara 1 dan 2\.000/)).toBeVisible();
      if (posted) {
        await page.getByRole('button', { name: 'Terapkan' }).click();
        await page.getByRole('dialog').getByRole('button', { name: 'Terapkan' }).click();
        await expect(page.getByText('Selesai', { exact: true })).toBeVisible();
      } else {
        await expect(page.getByRole('button', { name: 'Terapkan' })).toBeHidden();
      }
      await expectAxeClean(page);
    }
  });

  test('a year is checked, closed with a reason, and opened again with one', async ({ page }) => {
    await signIn(page, 'kepala');
    await page.goto('/jp-years');
    const year = page.locator('[data-year="2021"]');
    await year.getByRole('button', { name: 'Periksa 2021' }).click();
    await expect(year.getByText('Yang akan ditetapkan')).toBeVisible();
    await expectAxeClean(page);

    await year.getByRole('button', { name: 'Tutup 2021' }).click();
    await page.getByRole('dialog').getByRole('textbox').fill('Laporan tahunan sudah dikirim');
    await page.getByRole('dialog').getByRole('button', { name: 'Tutup 2021' }).click();
    await expect(year.getByText('Ditutup', { exact: true })).toBeVisible();
    await expect(year.getByText(/mencapai target/)).toBeVisible();
    await page.goto('/my-year?year=2021');
    await expect(page.getByText(/Tahun 2021 ditutup pada/)).toBeVisible();
    await expectAxeClean(page);

    await page.goto('/jp-years');
    await year.getByRole('button', { name: 'Buka kembali 2021' }).click();
    await page.getByRole('dialog').getByRole('textbox').fill('Sertifikat terlambat datang');
    await page.getByRole('dialog').getByRole('button', { name: 'Buka kembali 2021' }).click();
    await expect(year.getByText('Terbuka', { exact: true })).toBeVisible();
    await expect(year.getByText(/dibuka kembali/)).toBeVisible();
  });
});
