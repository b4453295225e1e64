import { expect, test } from '@playwright/test';
import { expectAxeClean } from '../support/axe';
import { call } from '../support/call';
import { signIn } from '../support/sign-in';

test.describe('Aturan JP', () => {
  test('the calculator shows each step, what a limit cut, and that the rule is unconfirmed', async ({ page }) => {
    await signIn(page, 'pegawai');
    await page.goto('/jp-rules?tab=try&form=e-learning');
    await page.getByLabel('Menit').fill('300');
    await page.getByLabel('Menit').press('Enter');

    await expect(page.getByRole('heading', { name: 'Hasil: 3 JP' })).toBeVisible();
    await expect(page.getByText(/300 menit ÷ 45 = 6/)).toBeVisible();
    await expect(page.getByText(/paling banyak 3 JP sehari, menjadi/)).toBeVisible();
    await expect(page.getByText('Belum dikonfirmasi')).toBeVisible();
    await expectAxeClean(page);
  });

  test('a rule is changed from its draft over the preview to its publication', async ({ page }) => {
    await signIn(page, 'admin');
    await page.goto('/reference-data/jpRules');
    await expect(page).toHaveURL(/\/jp-rules$/);
    await page.getByRole('link', { name: 'Penataran' }).click();
    await page.getByRole('link', { name: 'Ubah aturan' }).click();
    const day = new Date(Date.now() + (30 + (Date.now() % 5000)) * 86_400_000);
    const from = `${day.getUTCDate()}/${day.getUTCMonth() + 1}/${day.getUTCFullYear()}`;
    const cap = page.getByLabel('JP terbanyak sehari');
    await cap.fill((await cap.inputValue()) === '8' ? '7' : '8');
    await page.getByLabel('Berlaku sejak').fill(from);
    await page.getByLabel('Dasar hukum').fill('Keputusan Kepala Pusat 12/2026');
    await expect(page.getByText(/tersimpan \d\d\.\d\d/i)).toBeVisible();
    await page.reload();
    await expect(page.getByLabel('Dasar hukum')).toHaveValue('Keputusan Kepala Pusat 12/2026');

    await page.getByRole('button', { name: 'Lihat dampaknya' }).click();
    await expect(page.getByText('Pegawai terdampak')).toBeVisible();
    await expectAxeClean(page);
    await page.getByRole('button', { name: 'Terbitkan aturan' }).click();
    await expect(page.getByText(/wajib|harus/i).first()).toBeVisible();
    await page.getByLabel('Alasan perubahan').fill('Mengikuti keputusan baru');
    await page.getByRole('button', { name: 'Terbitkan aturan' }).click();

    await expect(page.getByText('Aturan JP diterbitkan')).toBeVisible();
    await expect(page.getByText('Akan berlaku').first()).toBeVisible();
    await page
      .getByText(/Riwayat perubahan/)
      .first()
      .click();
    await expect(page.getByText(/“Mengikuti keputusan baru”/).first()).toBeVisible();
  });

  test('how an entry was counted leads to the rule it was counted by', async ({ page }) => {
    await signIn(page, 'pegawai');
    // Early in a year there is nothing yet.
    const { years } = await call<{ years: { year: number }[] }>(page, 'GET', '/jp/statement');
    await page.goto(`/my-year?year=${years[0]?.year}`);
    const counted = page.locator('details').filter({ hasText: 'Cara menghitung' }).first();
    await counted.locator('summary').click();
    await expect(counted.locator('li').first()).toBeVisible();
  });
});
