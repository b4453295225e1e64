import { type Browser, type Page, expect, test } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { expectAxeClean } from '../support/axe';
import { call } from '../support/call';
import { expectNoSideways } from '../support/layout';
import { signIn } from '../support/sign-in';

const paper = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n' +
    '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
);

/** The day it is at the institution (WIB), or one before it. */
const dayBefore = (days: number): string =>
  new Date(Date.now() + 7 * 3_600_000 - days * 86_400_000).toISOString().slice(0, 10);

async function as(browser: Browser, name?: string): Promise<Page> {
  const page = await (await browser.newContext({ locale: 'id-ID', timezoneId: 'Asia/Jakarta' })).newPage();
  if (name) await signIn(page, name);
  return page;
}

async function hand(page: Page, training: string, kind: string): Promise<void> {
  const file = { name: 'kak.pdf', mimeType: 'application/pdf', buffer: paper };
  await call(page, 'POST', `/trainings/${training}/documents`, undefined, { kind, file });
}

/** A training of yesterday and today, open for participants. */
async function openTraining(browser: Browser, officer: Page, title: string): Promise<{ id: string; session: string }> {
  const { user } = await call<{ user: { heldRoles: { role: string; unitId: string }[] } }>(officer, 'GET', '/session');
  const unitId = user.heldRoles.find(({ role }) => role === 'trainingOfficer')?.unitId;
  const { id } = await call<{ id: string }>(officer, 'POST', '/trainings', {
    unitId,
    plan: {
      title,
      year: Number(dayBefore(1).slice(0, 4)),
      form: 'diklat-teknis',
      scheme: 'selfManaged',
      start: dayBefore(1),
      end: dayBefore(0),
      quota: 2,
      reservePlaces: 0,
      colour: 'navy',
      allowsSelfApplication: false,
      allowsPublicRegistration: false,
    },
  });
  await call(officer, 'POST', `/trainings/${id}/sessions`, {
    date: dayBefore(1),
    start: '08:00:00',
    end: '14:00:00',
    mode: 'klasikal',
    subject: 'Pelayanan prima',
    instructors: [],
  });
  await hand(officer, id, 'tor');
  await call(officer, 'POST', `/trainings/${id}/submit`);
  const head = await as(browser, 'kepala');
  await call(head, 'POST', `/trainings/${id}/approve`, {});
  await head.context().close();
  await call(officer, 'POST', `/trainings/${id}/open`);
  const { days } = await call<{ days: { sessions: { id: string }[] }[] }>(officer, 'GET', `/trainings/${id}/sessions`);
  return { id, session: days[0]?.sessions[0]?.id ?? '' };
}

/** The address in the newest mail of the demo to somebody, whose subject says so. */
async function linkFor(reader: Page, email: string, subject: RegExp): Promise<string> {
  await reader.goto('/mail');
  const row = reader.getByRole('row').filter({ hasText: email }).filter({ hasText: subject });
  await row.locator('[data-open]').first().click();
  const link = await reader.getByRole('article').getByRole('link').first().getAttribute('href');
  return new URL(link ?? '', reader.url()).href;
}

test('somebody from outside answers by mail, gets the certificate by mail, and anybody finds it genuine', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const title = `Uji Peserta Luar ${Date.now()}`;
  const name = 'Rahma Dewi, S.Sos.';
  const email = `rahma${Date.now()}@pemda.contoh.go.id`;
  const officer = await as(browser, 'pic1');
  const { id, session } = await openTraining(browser, officer, title);

  await test.step('the officer puts them on the list and invites them', async () => {
    await officer.goto(`/trainings/${id}?tab=participants`);
    await officer.getByRole('button', { name: 'Tambah peserta' }).click();
    await officer.getByRole('radio', { name: 'Peserta eksternal' }).click();
    await officer.getByLabel('Nama lengkap').fill(name);
    await officer.getByLabel('Surel').fill(email);
    await expectAxeClean(officer);
    await officer.getByRole('button', { name: 'Tambahkan' }).click();
    await expect(officer.getByRole('row').filter({ hasText: name })).toBeVisible();
    await officer.getByRole('button', { name: 'Undang yang disetujui' }).click();
    await officer.getByRole('dialog').getByRole('button', { name: 'Undang yang disetujui' }).click();
    await expect(officer.getByRole('row').filter({ hasText: 'Diundang' })).toHaveCount(1);
  });

  const guest = await as(browser);
  await test.step('they say yes by the link in the mail, without an account', async () => {
    await guest.goto(await linkFor(officer, email, new RegExp(title)));
    await guest.getByRole('button', { name: 'Saya bersedia hadir' }).click();
    await expect(guest.getByText(/Terima kasih/)).toBeVisible();
  });

  await test.step('they attend, the training is completed and certificates are issued', async () => {
    await hand(officer, id, 'assignmentLetter');
    await call(officer, 'POST', `/trainings/${id}/start`);
    const { items } = await call<{ items: { id: string }[] }>(officer, 'GET', `/trainings/${id}/participants`);
    await call(officer, 'POST', `/trainings/${id}/sessions/${session}/attendance`, {
      marks: [{ id: crypto.randomUUID(), participantId: items[0]?.id, status: 'full' }],
    });
    await call(officer, 'POST', `/trainings/${id}/complete`);
    await call(officer, 'POST', `/trainings/${id}/certificates`, {});
    await officer.goto(`/trainings/${id}?tab=certificates`);
    await expect(officer.getByRole('row').filter({ hasText: 'Terbit' })).toHaveCount(1, { timeout: 30_000 });
  });

  let first = '';
  let token = '';
  await test.step('the mailed link gives the paper, and its QR code leads to the check', async () => {
    first = await linkFor(officer, email, /Sertifikat Anda/);
    const [download] = await Promise.all([
      guest.waitForEvent('download'),
      guest.goto(first).catch(() => undefined), // What is downloaded is no page to arrive at.
    ]);
    const file = readFileSync(await download.path());
    expect(file.subarray(0, 5).toString()).toBe('%PDF-');
    token = /\/v\/([\w-]+)/.exec(file.toString('latin1'))?.[1] ?? '';
    await guest.goto(`/v/${token}`);
    await expect(guest.getByText('Sertifikat berlaku')).toBeVisible();
    await expect(guest.getByText(title)).toBeVisible();
  });

  await test.step('a link that a newer one replaced is told in words, not in code', async () => {
    await officer.goto('/certificates');
    await officer.getByRole('row').filter({ hasText: title }).locator('[data-open]').click();
    await officer.getByRole('button', { name: 'Tindakan lain' }).click();
    await officer.getByRole('menuitem', { name: 'Kirim ulang tautan surel' }).click();
    await officer.getByRole('dialog').getByRole('button', { name: /Kirim/ }).click();
    await expect(officer.getByText('Tautan baru dikirim')).toBeVisible();
    await guest.goto(first);
    await expect(guest.getByRole('heading', { name: 'Tautan tidak berlaku' })).toBeVisible();
    await expect(guest.getByText(/Buka surel terakhir/)).toBeVisible();
    await expectNoSideways(guest);
    await expectAxeClean(guest);
  });
});
