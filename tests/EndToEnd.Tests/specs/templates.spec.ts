import { expect, test } from '@playwright/test';
import { expectAxeClean } from '../support/axe';
import { call } from '../support/call';
import { colouredPages, colourOf } from '../support/pdf';
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

test('a page of a PDF becomes the background, on the screen and on the paper', async ({ page }) => {
  await signIn(page, 'admin');
  const template = { name: `Templat Latar ${Date.now()}`, beginning: 'blank' };
  const { id } = await call<{ id: string }>(page, 'POST', '/certificate-templates', template);
  await page.goto(`/certificate-templates/${id}`);
  const background = page.locator('app-picture-choice').first();
  await background.locator('input[type=file]').setInputFiles({
    name: 'latar.pdf',
    mimeType: 'application/pdf',
    buffer: colouredPages('1 0 0', '0 0 1'),
  });

  // Which of its pages is asked; the first is not taken unasked.
  await expect(background.getByRole('alert')).toContainText('2 halaman');
  await expectAxeClean(page, '.paper');
  await background.getByLabel('Halaman yang dipakai').fill('2');
  await background.getByRole('button', { name: 'Pakai halaman ini' }).click();
  await expect(background.getByRole('combobox')).toContainText('latar (2).pdf');

  const shown = page.locator('.paper image[href^="blob:"]');
  await expect(shown).toHaveCount(1);
  const blue = await shown.evaluate(async (drawn) => {
    const picture = new Image();
    picture.src = drawn.getAttribute('href') ?? '';
    await picture.decode();
    const canvas = document.createElement('canvas').getContext('2d');
    canvas?.drawImage(picture, 0, 0);
    return [...(canvas?.getImageData(5, 5, 1, 1).data ?? [])];
  });
  expect(blue).toEqual([0, 0, 255, 255]);
  await expect(page.getByText(/Tersimpan \d/)).toBeVisible();
  await expectAxeClean(page, '.paper');

  const printed = await (await page.request.get(`/api/v1/certificate-templates/${id}/paper`)).body();
  expect(colourOf(printed, 0.02, 0.02)).toEqual([0, 0, 255]);
});
