import { Page, expect, test } from '@playwright/test';
import { expectAxeClean } from '../support/axe';
import { firstOfDemo } from '../support/demo';
import { expectNoSideways } from '../support/layout';
import { signIn } from '../support/sign-in';

/** What somebody who is shown a paper sees, in both languages, light and dark, at desk and on the phone. */
const languages = {
  id: {
    drop: 'Periksa berkas PDF',
    unchanged: 'Berkas asli dan utuh',
    changed: 'Berkas bukan yang diterbitkan',
    unknown: 'Berkas tidak dikenali',
    broken: /tidak sah: isi berkas berubah/,
    statement: 'Rekapitulasi asli',
    noStatement: 'Tidak ada rekapitulasi yang cocok',
    sign: 'Tandatangani',
    passPhrase: 'Kata sandi tanda tangan',
    wrongPassPhrase: /kata sandi/i,
  },
  en: {
    drop: 'Check the PDF file',
    unchanged: 'Genuine and complete',
    changed: 'Not the file that was issued',
    unknown: 'File not recognised',
    broken: /not valid|was changed/,
    statement: 'Genuine statement',
    noStatement: 'No matching statement',
    sign: 'Sign',
    passPhrase: 'Signing pass phrase',
    wrongPassPhrase: /pass phrase/i,
  },
} as const;

const FOREIGN = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');

async function speak(page: Page, language: string): Promise<void> {
  await page.addInitScript((chosen) => {
    localStorage.setItem('pionir.language', chosen);
  }, language);
}

async function paperOf(page: Page): Promise<Buffer> {
  const id = await firstOfDemo(page, '/certificates?status=issued&size=100');
  return (await page.request.get(`/api/v1/certificates/${id}/file`)).body();
}

async function drop(page: Page, buffer: Buffer): Promise<void> {
  await page.locator('input[type=file]').setInputFiles({ name: 'sertifikat.pdf', mimeType: 'application/pdf', buffer });
}

function withOneBitOff(paper: Buffer): Buffer {
  const tampered = Buffer.from(paper);
  tampered.writeUInt8(tampered.readUInt8(30_000) ^ 1, 30_000);
  return tampered;
}

async function expectFine(page: Page): Promise<void> {
  await expectNoSideways(page);
  await expectAxeClean(page);
}

for (const [language, words] of Object.entries(languages)) {
  // The layout of the phone is looked at in the longer language.
  test.describe(`In ${language}${language === 'id' ? ' @phone' : ''}`, () => {
    const files: Record<string, { made: (paper: Buffer) => Buffer; told: string; signature?: RegExp }> = {
      genuine: { made: (paper) => paper, told: words.unchanged },
      'tampered with': { made: withOneBitOff, told: words.changed, signature: words.broken },
      'from elsewhere': { made: () => FOREIGN, told: words.unknown },
    };
    for (const [kind, { made, told, signature }] of Object.entries(files)) {
      test(`a dropped file that is ${kind} is told as such`, async ({ page }) => {
        await signIn(page, 'kepala');
        const paper = await paperOf(page);
        await page.context().clearCookies();
        await speak(page, language);
        await page.goto('/verify');
        await expect(page.getByRole('heading', { name: words.drop })).toBeVisible();

        await drop(page, made(paper));

        await expect(page.getByRole('heading', { name: told })).toBeVisible();
        if (signature) await expect(page.getByRole('listitem').filter({ hasText: signature })).toBeVisible();
        await expectFine(page);
      });
    }

    test('the QR code of a statement leads to its check', async ({ page }) => {
      await signIn(page, 'pegawai');
      await speak(page, language);
      const paper = await (await page.request.get('/api/v1/jp/statement/pdf')).body();
      const address = /<dc:identifier>[^<]*(\/j\/[^<]+)</.exec(paper.toString('latin1'))?.[1];
      await page.context().clearCookies();

      await page.goto(address ?? '');
      await expect(page.getByRole('heading', { name: words.statement })).toBeVisible();
      await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', 'noindex, nofollow');
      await expectFine(page);

      await page.goto(`/j/${'a'.repeat((address ?? '').length - '/j/'.length)}`);
      await expect(page.getByRole('heading', { name: words.noStatement })).toBeVisible();
      await expectFine(page);
    });

    test('the signer is asked for the pass phrase on the page of the batch', async ({ page }) => {
      await signIn(page, 'kepala');
      await speak(page, language);
      await waitsForItsSigner(page);
      await page.goto(`/certificate-batches/${await firstOfDemo(page, '/certificate-batches?size=100')}`);

      await page.getByRole('button', { name: words.sign }).click();
      const field = page.getByLabel(words.passPhrase);
      await expect(field).toHaveAttribute('type', 'password');
      await expectFine(page);

      await page.locator('app-sign-form button[type=submit]').click();
      await expect(page.locator('app-sign-form').getByRole('alert')).toContainText(words.passPhrase);
      await field.fill('salah');
      await page.locator('app-sign-form button[type=submit]').click();
      await expect(page.locator('app-sign-form').getByRole('alert')).toContainText(words.wrongPassPhrase);
      await expectFine(page);
    });
  });
}

/** The demo signs by itself; here its answers say what those of an installation with a signing service would. */
async function waitsForItsSigner(page: Page): Promise<void> {
  await page.route(/\/api\/v1\/certificate-batches\/[^/]+(\?|$)/, async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, json: { ...(await answer.json()), toSign: 12, canSign: true } });
  });
  await page.route(/\/certificate-batches\/[^/]+\/signatures/, (route) =>
    route.fulfill({
      status: 422,
      contentType: 'application/problem+json',
      json: {
        title: 'Kata sandi salah (wrong pass phrase)',
        detail: 'Periksa kata sandi Anda.',
        status: 422,
        code: 'signing.pass_phrase_wrong',
        id: { title: 'Kata sandi salah', detail: 'Periksa kata sandi tanda tangan Anda.' },
        en: { title: 'Wrong pass phrase', detail: 'Check your signing pass phrase.' },
      },
    }),
  );
}
