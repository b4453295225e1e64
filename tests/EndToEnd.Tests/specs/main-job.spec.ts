import { type Browser, expect, type Page, test } from '@playwright/test';
import { expectAxeClean } from '../support/axe';
import { expectNoSideways } from '../support/layout';
import { as } from '../support/people';
import { dayBefore, linkTo, paper, typed, zone } from '../support/training';

const tab = (page: Page, name: string) => page.getByRole('tab', { name: new RegExp(`^${name}`) }).click();

async function hand(page: Page, kind: string): Promise<void> {
  await tab(page, 'Dokumen');
  await page.getByLabel('Jenis dokumen').click();
  await page.getByRole('option', { name: new RegExp(`^${kind}`) }).click();
  await page.locator('input[type=file]').setInputFiles(paper);
  await expect(page.getByRole('link', { name: 'kak.pdf' }).first()).toBeVisible();
}

interface Person {
  id: string;
  name: string;
  /** Names repeat in a roster; numbers do not. */
  number: string;
}

/** The employee of an account of the coordinator's unit, and two colleagues. */
async function peopleOf(browser: Browser, account: string): Promise<[Person, Person, Person]> {
  const own = await as(browser, account);
  const { user } = (await (await own.request.get('/api/v1/session')).json()) as { user: { employeeId: string } };
  await own.context().close();
  const page = await as(browser, 'pic.unit');
  const coordinator = (await (await page.request.get('/api/v1/session')).json()) as {
    user: { heldRoles: { role: string; unitId: string }[] };
  };
  const unit = coordinator.user.heldRoles.find(({ role }) => role === 'unitCoordinator')?.unitId ?? '';
  const answer = await page.request.get(`/api/v1/employees?size=100&unit=${unit}`);
  const { items } = (await answer.json()) as { items: (Person & { employmentType: string })[] };
  await page.context().close();
  const holder = items.find((one) => one.id === user.employeeId);
  const [first, second] = items.filter((one) => one.employmentType === 'pns' && one !== holder).slice(-2);
  if (!holder || !first || !second) throw new Error(`Nobody to train in the unit of ${account}`);
  return [first, second, holder];
}

/** As the invited person does it: the mail, its link, one press, without an account. */
async function answer(reader: Page, title: string, name: string, button: string): Promise<void> {
  const page = await as(reader.context().browser() as Browser);
  await page.goto(await linkTo(reader, name, new RegExp(title)));
  await page.getByRole('button', { name: button }).click();
  if (/tidak/.test(button)) await page.getByRole('button', { name: 'Kirim penolakan' }).click();
  await expect(page.getByText(/Terima kasih/)).toBeVisible();
  await expectAxeClean(page);
  await page.context().close();
}

test('a training is planned, approved, filled, held and completed, and its certificate is genuine', async ({
  browser,
}) => {
  test.setTimeout(300_000);
  const title = `Uji Alur Utama ${Date.now()}`;
  // Its only session is over, so that attendance can be taken; it ends today, for nobody is asked to come afterwards.
  const [day, lastDay] = [dayBefore(1), dayBefore(0)];
  const officer = await as(browser, 'pic1');
  let address = '';
  const chosen = await peopleOf(browser, 'atasan');
  const people = chosen.map((one) => one.name);
  const holder = chosen[2].name;

  await test.step('the officer plans it, and sees what is missing before it can go on', async () => {
    await officer.goto('/trainings/new');
    await officer.getByRole('button', { name: 'Simpan draf' }).click();
    await officer.getByRole('alert').getByRole('link', { name: 'Nama pelatihan' }).click();
    await expect(officer.getByLabel('Nama pelatihan')).toBeFocused();
    await officer.getByLabel('Nama pelatihan').fill(title);
    await officer.getByLabel('Jenis pengembangan').click();
    await officer
      .getByRole('option', { name: /klasikal/i })
      .first()
      .click();
    await officer.getByLabel('Tanggal mulai').fill(typed(day));
    await officer.getByLabel('Tanggal selesai').fill(typed(lastDay));
    await officer.getByLabel('Zona waktu').click();
    await officer.getByRole('option', { name: zone.name, exact: true }).click();
    await officer.getByLabel('Kuota').fill('2');
    await officer.getByLabel('Tempat cadangan').fill('1');
    await officer.getByRole('button', { name: 'Simpan draf' }).click();
    await expect(officer.getByRole('heading', { level: 1, name: title })).toBeVisible();
    address = new URL(officer.url()).pathname;

    await tab(officer, 'Sesi');
    await officer.getByRole('button', { name: 'Tambah sesi' }).click();
    const dialog = officer.getByRole('dialog');
    await dialog.getByLabel('Mata ajar').fill('Pelayanan prima');
    await dialog.getByLabel('Tanggal').fill(typed(day));
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

  await test.step('the officer opens it and chooses three people for two places', async () => {
    await officer.reload();
    await officer.getByRole('button', { name: 'Buka pendaftaran' }).click();
    await expect(officer.getByText('Pendaftaran dibuka.')).toBeVisible();
    await tab(officer, 'Peserta');
    await officer.getByRole('button', { name: 'Tambah peserta' }).click();
    for (const { name, number } of chosen) {
      await officer.getByRole('combobox', { name: 'Nama atau NIP' }).fill(number);
      await officer.getByRole('option').filter({ hasText: name }).click();
    }
    await officer.getByRole('button', { name: 'Usulkan 3 orang' }).click();
    await expect(officer.getByRole('row').filter({ hasText: 'Diusulkan' })).toHaveCount(3);
  });

  await test.step('the unit approves them in one go, takes it back, and approves again', async () => {
    const coordinator = await as(browser, 'pic.unit');
    await coordinator.goto('/nominations');
    const rows = coordinator.getByRole('row').filter({ hasText: title });
    await expect(rows).toHaveCount(3);
    const approve = async () => {
      for (const row of await rows.all()) await row.getByRole('checkbox').check();
      await coordinator.locator('.bulk').getByRole('button', { name: 'Setujui' }).click();
      await expect(coordinator.getByText('3 calon disetujui')).toBeVisible();
      await expect(rows).toHaveCount(0);
    };
    await approve();
    await coordinator.getByRole('button', { name: 'Urungkan' }).click();
    await expect(coordinator.getByText('3 keputusan ditarik')).toBeVisible();
    await expect(rows).toHaveCount(3);
    await approve();
    await coordinator.context().close();
  });

  await test.step('two are invited by mail, the third waits in reserve', async () => {
    await officer.reload();
    await officer.getByRole('button', { name: 'Undang yang disetujui' }).click();
    await officer.getByRole('dialog').getByRole('button', { name: 'Undang yang disetujui' }).click();
    await expect(officer.getByRole('row').filter({ hasText: 'Diundang' })).toHaveCount(2);
    await expect(officer.getByRole('row').filter({ hasText: 'Cadangan' })).toHaveCount(1);
  });

  await test.step('one declines by the link in the mail; the place goes to the reserve at once', async () => {
    const waiting = await officer.getByRole('row').filter({ hasText: 'Cadangan' }).innerText();
    const reserve = people.find((name) => waiting.includes(name)) ?? '';
    const invited = people.filter((name) => name !== reserve);
    const declines = invited.find((name) => name !== holder) ?? '';
    await answer(officer, title, declines, 'Saya tidak dapat hadir');
    await answer(officer, title, reserve, 'Saya bersedia hadir');
    await answer(officer, title, invited.find((name) => name !== declines) ?? '', 'Saya bersedia hadir');
    await officer.reload();
    await expect(officer.getByRole('row').filter({ hasText: 'Terkonfirmasi' })).toHaveCount(2);
    await expect(officer.getByRole('row').filter({ hasText: 'Menolak' })).toHaveCount(1);
  });

  await test.step('attendance is taken by keyboard; a correction asks for a reason', async () => {
    await hand(officer, 'Surat perintah');
    await officer.getByRole('button', { name: 'Mulai', exact: true }).click();
    await expect(officer.getByText('Pelatihan dimulai.')).toBeVisible();
    await tab(officer, 'Kehadiran');
    await expect(officer.getByRole('row', { name: holder })).toBeVisible();
    const first = officer.locator('tbody tr').first();
    await first.focus();
    await officer.keyboard.press('a');
    await expect(officer.locator('tbody tr').nth(1)).toBeFocused();
    await officer.keyboard.press('h');
    await expect(officer.getByText(/1 dari 2 hadir/)).toBeVisible();
    await first.getByRole('button', { name: 'Hadir', exact: true }).click();
    const dialog = officer.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Koreksi' }).click();
    await expect(dialog).toBeVisible();
    await dialog.getByLabel('Alasan').fill('Datang, salah tekan');
    await dialog.getByRole('button', { name: 'Koreksi' }).click();
    await expect(officer.getByText(/2 dari 2 hadir/)).toBeVisible();
    await expectAxeClean(officer);
  });

  await test.step('completing shows its calculation first and then posts JP', async () => {
    await tab(officer, 'Penyelesaian');
    await expect(officer.getByText('2 peserta lulus, masing-masing 8 JP')).toBeVisible();
    await officer.getByRole('button', { name: 'Selesaikan pelatihan' }).click();
    await officer
      .getByRole('dialog')
      .getByRole('button', { name: /^Selesaikan/ })
      .click();
    // The dialog speaks of posting too: only this says that it is done.
    await expect(officer.getByText('Pelatihan selesai; JP dibukukan.')).toBeVisible();
  });

  await test.step('two certificates are issued and come as one archive', async () => {
    await tab(officer, 'Sertifikat');
    await officer.getByRole('button', { name: 'Terbitkan sertifikat' }).click();
    await officer.getByRole('dialog').getByRole('button', { name: 'Terbitkan sertifikat' }).click();
    const archive = officer.getByRole('link', { name: 'Unduh semua (ZIP)' });
    await expect(archive).toBeVisible({ timeout: 30_000 });
    const [download] = await Promise.all([officer.waitForEvent('download'), archive.click()]);
    expect(await download.failure()).toBeNull();
    await expect(officer.getByRole('row').filter({ hasText: 'Terbit' })).toHaveCount(2);
    await expectAxeClean(officer);
  });

  await test.step('the holder finds JP and certificate, and a stranger finds it genuine', async () => {
    const employee = await as(browser, 'atasan');
    await employee.goto(`/my-year?year=${lastDay.getUTCFullYear()}`);
    await expect(employee.getByText(title).first()).toBeVisible();
    await employee.goto('/certificates');
    await employee.getByRole('row').filter({ hasText: title }).locator('[data-open]').click();
    const genuine = employee.getByRole('link', { name: 'Buka halaman verifikasi' });
    const address = (await genuine.getAttribute('href')) ?? '';
    await employee.context().close();

    const stranger = await as(browser);
    await stranger.goto(address);
    await expect(stranger.getByText('Sertifikat berlaku')).toBeVisible();
    await expect(stranger.getByText(title)).toBeVisible();
    await expectNoSideways(stranger);
    await expectAxeClean(stranger);
    await stranger.context().close();
  });
});
