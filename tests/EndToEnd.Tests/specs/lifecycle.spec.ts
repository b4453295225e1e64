import { Page, expect, test } from '@playwright/test';
import { expectAxeClean } from '../support/axe';
import { signIn } from '../support/sign-in';

/** A completed training of the demo whose certificates were issued. */
const TITLE = 'Analisis Kebijakan Publik';

async function openTraining(page: Page, tab: string): Promise<void> {
  await page.goto(`/trainings?state=completed&q=${encodeURIComponent(TITLE)}`);
  await page.getByRole('link', { name: TITLE }).first().click();
  await page.waitForURL(/\/trainings\/[0-9a-f-]{36}/);
  await page.goto(`${new URL(page.url()).pathname}?tab=${tab}`);
}

test('The board is also found under trainings, and an address without an id ends in words', async ({ page }) => {
  await signIn(page, 'pic1');
  await page.goto('/trainings/board');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Pemantauan');
  for (const address of ['/trainings/tidak-ada', '/trainings/1/edit', '/certificates/x']) {
    await page.goto(address);
    await expect(page.getByText('Halaman tidak ditemukan')).toBeVisible();
  }
  await expectAxeClean(page);
});

test('Reopening keeps certificates, and completing again says first what becomes of them', async ({ page }) => {
  await signIn(page, 'pic2');
  await openTraining(page, 'completion');
  await page.getByRole('button', { name: 'Buka kembali' }).click();
  const asked = page.getByRole('dialog');
  await expect(asked).toContainText('Sertifikat yang sudah terbit tetap berlaku');
  await asked.getByRole('textbox').fill('Satu tanda kehadiran keliru dicatat');
  await asked.getByRole('button', { name: 'Buka kembali' }).click();

  await expect(page.getByText(/^0 sertifikat dicabut/)).toBeVisible();
  await expect(page.getByText(/^[1-9]\d* sertifikat tetap/)).toBeVisible();
  await expectAxeClean(page);
  await page.getByRole('button', { name: 'Selesaikan pelatihan' }).click();
  const question = page.getByRole('dialog');
  await expect(question).toContainText(/[1-9]\d* sertifikat tetap/);
  await question.getByRole('button', { name: 'Selesaikan pelatihan' }).click();

  await expect(page.getByRole('button', { name: 'Tutup pelatihan' })).toBeVisible();
  await openTraining(page, 'certificates');
  await expect(page.getByText('Sudah terbit').first()).toBeVisible();
});
