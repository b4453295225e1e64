import { expect, test } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { expectAxeClean } from '../support/axe';
import { call } from '../support/call';
import { expectNoSideways } from '../support/layout';
import { as } from '../support/people';
import { hand, linkTo, openTraining } from '../support/training';

test('somebody from outside answers by mail, gets the certificate by mail, and anybody finds it genuine', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const title = `Uji Peserta Luar ${Date.now()}`;
  const name = 'Rahma Dewi, S.Sos.';
  const email = `rahma${Date.now()}@pemda.contoh.go.id`;
  const officer = await as(browser, 'pic1');
  const head = await as(browser, 'kepala');
  const { id, session } = await openTraining(officer, head, { title });
  await head.context().close();

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
    await guest.goto(await linkTo(officer, email, new RegExp(title)));
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
    first = await linkTo(officer, email, /Sertifikat Anda/);
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
