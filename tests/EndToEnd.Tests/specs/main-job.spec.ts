import { type Browser, expect, type Page, test } from '@playwright/test';
import { expectAxeClean } from '../support/axe';
import { expectNoSideways } from '../support/layout';
import { signIn } from '../support/sign-in';

/** The smallest paper that is a PDF by its content. */
const paper = {
  name: 'kak.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from(
    '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n' +
      '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
  ),
};

async function as(browser: Browser, name: string): Promise<Page> {
  const page = await (await browser.newContext({ locale: 'id-ID', timezoneId: 'Asia/Jakarta' })).newPage();
  await signIn(page, name);
  return page;
}

const tab = (page: Page, name: string) => page.getByRole('tab', { name: new RegExp(`^${name}`) }).click();

/** As the date fields of the page take it. */
const typed = (day: Date): string => `${day.getDate()}/${day.getMonth() + 1}/${day.getFullYear()}`;

async function hand(page: Page, kind: string): Promise<void> {
  await tab(page, 'Dokumen');
  await page.getByLabel('Jenis dokumen').click();
  await page.getByRole('option', { name: new RegExp(`^${kind}`) }).click();
  await page.locator('input[type=file]').setInputFiles(paper);
  await expect(page.getByRole('link', { name: 'kak.pdf' }).first()).toBeVisible();
}

test('a training is planned, approved, filled, held and completed, and its certificate is genuine', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const title = `Uji Alur Utama ${Date.now()}`;
  const yesterday = new Date(Date.now() - 86_400_000);
  const officer = await as(browser, 'pic1');
  let address = '';

  await test.step('the officer plans it, and sees what is missing before it can go on', async () => {
    await officer.goto('/trainings/new');
    await officer.getByRole('button', { name: 'Simpan draf' }).click();
    await officer.getByRole('alert').getByRole('link', { name: 'Nama pelatihan' }).click();
    await expect(officer.getByLabel('Nama pelatihan')).toBeFocused();
    await officer.getByLabel('Nama pelatihan').fill(title);
    await officer.getByLabel('Jenis pengembangan').click();
    await officer.getByRole('option', { name: /klasikal/i }).first().click();
    await officer.getByLabel('Tanggal mulai').fill(typed(yesterday));
    await officer.getByLabel('Tanggal selesai').fill(typed(yesterday));
    await officer.getByLabel('Kuota').fill('2');
    await officer.getByLabel('Tempat cadangan').fill('1');
    await officer.getByRole('button', { name: 'Simpan draf' }).click();
    await expect(officer.getByRole('heading', { level: 1, name: title })).toBeVisible();
    address = new URL(officer.url()).pathname;

    await tab(officer, 'Sesi');
    await officer.getByRole('button', { name: 'Tambah sesi' }).click();
    const dialog = officer.getByRole('dialog');
    await dialog.getByLabel('Mata ajar').fill('Pelayanan prima');
    await dialog.getByLabel('Tanggal').fill(typed(yesterday));
    await dialog.getByLabel('Mulai').fill('08:00');
    await dialog.getByLabel('Selesai').fill('14:00');
    await dialog.getByRole('button', { name: 'Simpan sesi' }).click();
    await expect(officer.getByText('Jadwal tersimpan.')).toBeVisible();

    await officer.getByRole('button', { name: 'Ajukan' }).click();
    await expect(officer.getByText(/KAK/).first()).toBeVisible();
    await hand(officer, 'KAK');
    await officer.getByRole('button', { name: 'Ajukan' }).click();
    await expect(officer.getByText('Pelatihan diajukan kepada kepala pusat.')).toBeVisible();
    await expect(officer.getByRole('button', { name: 'Setujui' })).toHaveCount(0);
  });

  await test.step('the head of the centre finds it waiting and approves', async () => {
    const head = await as(browser, 'kepala');
    await head.goto('/');
    await expect(head.getByText(title).first()).toBeVisible();
    await head.goto(address);
    await head.getByRole('button', { name: 'Setujui' }).click();
    await head.getByRole('dialog').getByRole('button', { name: 'Setujui' }).click();
    await expect(head.getByText('Pelatihan disetujui.')).toBeVisible();
    await head.context().close();
  });
});
