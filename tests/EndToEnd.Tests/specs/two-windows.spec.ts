import { expect, type Page, test } from '@playwright/test';
import { expectAxeClean } from '../support/axe';
import { choices } from '../support/conflict';
import { as } from '../support/people';
import { demoPassword } from '../support/sign-in';

async function plan(page: Page, title: string): Promise<string> {
  await page.goto('/trainings/new');
  await page.getByLabel('Nama pelatihan').fill(title);
  await page.getByLabel('Jenis pengembangan').click();
  await page.getByRole('option').first().click();
  await page.getByLabel('Tanggal mulai').fill('1/12/2030');
  await page.getByLabel('Tanggal selesai').fill('2/12/2030');
  await page.getByLabel('Kuota').fill('30');
  await page.getByRole('button', { name: 'Simpan draf' }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  return new URL(page.url()).pathname;
}

test('two officers edit one plan: the second sees the change of the first and decides', async ({ browser }) => {
  const first = await as(browser, 'pic1');
  const second = await as(browser, 'pic1');
  const address = await plan(first, `Uji Dua Jendela ${Date.now()}`);
  for (const page of [first, second]) {
    await page.goto(`${address}/edit`);
    await expect(page.getByLabel('Kuota')).toHaveValue('30');
  }
  await first.getByLabel('Kuota').fill('25');
  await first.getByRole('button', { name: 'Simpan perubahan' }).click();
  await expect(first.getByText('Rencana tersimpan.')).toBeVisible();

  await second.getByLabel('Kuota').fill('40');
  await second.getByRole('button', { name: 'Simpan perubahan' }).click();
  const conflict = second.getByRole('dialog');
  await expect(conflict.getByText('Data ini sudah berubah')).toBeVisible();
  await expect(conflict.getByText('Anda mengubahnya di jendela lain pada')).toBeVisible();
  await expect(choices(conflict, 'Kuota')).toHaveText(['40', '25']);
  await expectAxeClean(second);
  await conflict.getByRole('button', { name: 'Lanjut menyunting' }).click();
  await expect(second.getByLabel('Kuota')).toHaveValue('40');
  await second.getByRole('button', { name: 'Simpan perubahan' }).click();
  await second.getByRole('dialog').getByRole('button', { name: 'Pakai pilihan ini' }).click();
  await expect(second).toHaveURL(new RegExp(`${address}$`));

  await first.goto(`${address}/edit`);
  await expect(first.getByLabel('Kuota')).toHaveValue('40');
});

test('each field is chosen by itself, and what only the other one touched stays', async ({ browser }) => {
  const first = await as(browser, 'pic1');
  const second = await as(browser, 'pic1');
  const address = await plan(first, `Uji Tiap Isian ${Date.now()}`);
  for (const page of [first, second]) {
    await page.goto(`${address}/edit`);
    await expect(page.getByLabel('Kuota')).toHaveValue('30');
  }
  await first.getByLabel('Kuota').fill('25');
  await first.getByLabel('Angkatan').fill('II');
  await first.getByLabel('Kota').fill('Bogor');
  await first.getByRole('button', { name: 'Simpan perubahan' }).click();
  await expect(first.getByText('Rencana tersimpan.')).toBeVisible();

  await second.getByLabel('Kuota').fill('40');
  await second.getByLabel('Kota').fill('Depok');
  await second.getByRole('button', { name: 'Simpan perubahan' }).click();
  const conflict = second.getByRole('dialog');
  await expect(choices(conflict, 'Kota')).toHaveText(['Depok', 'Bogor']);
  await expect(conflict.getByText(/tetap dipakai: Angkatan/)).toBeVisible();
  await conflict.getByRole('group', { name: 'Kota' }).getByRole('radio', { name: /Bogor/ }).check();
  await conflict.getByRole('button', { name: 'Pakai pilihan ini' }).click();
  await expect(second).toHaveURL(new RegExp(`${address}$`));

  await second.goto(`${address}/edit`);
  await expect(second.getByLabel('Kuota')).toHaveValue('40');
  await expect(second.getByLabel('Kota')).toHaveValue('Bogor');
  await expect(second.getByLabel('Angkatan')).toHaveValue('II');
});

test('a session that ends in the middle of a form loses nothing', async ({ browser }) => {
  const page = await as(browser, 'pic1');
  const title = `Uji Draf ${Date.now()}`;
  await page.goto('/trainings/new');
  await page.getByLabel('Nama pelatihan').fill(title);
  await page.getByLabel('Kuota').fill('12');
  await page.context().clearCookies();
  await page.getByLabel('Jenis pengembangan').click();
  await page.getByRole('option').first().click();
  await page.getByLabel('Tanggal mulai').fill('1/12/2030');
  await page.getByLabel('Tanggal selesai').fill('1/12/2030');
  await page.getByRole('button', { name: 'Simpan draf' }).click();

  const dialog = page.getByRole('dialog', { name: 'Sesi berakhir' });
  await expectAxeClean(page);
  await dialog.locator('input[type=password]').fill(demoPassword);
  await dialog.getByRole('button', { name: 'Masuk' }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
});
