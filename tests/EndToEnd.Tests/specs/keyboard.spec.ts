import { expect, test } from '@playwright/test';
import { call } from '../support/call';
import { choose, expectAsked, focused, press, tabTo, toTab, type } from '../support/keys';
import { open, settled } from '../support/open';
import { as } from '../support/people';
import { signIn } from '../support/sign-in';
import { dayBefore, openTraining, paper, startTraining, typed } from '../support/training';

test('a person is found and opened without a mouse', async ({ page }) => {
  await signIn(page, 'sdm');
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(focused(page)).toHaveText(/isi halaman|konten/i);
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog').locator(':focus')).toHaveCount(1);
  await page.keyboard.type('lukman krisna');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/employees\/[0-9a-f-]{36}/);
  await expect(page.getByRole('heading', { level: 1, name: /Lukman Krisna Siregar/ })).toBeVisible();
});

test('a list is filtered, walked and opened without a mouse, and going back keeps its place', async ({ page }) => {
  await signIn(page, 'sdm');
  await page.goto('/employees');
  await expect(page.getByRole('row').nth(1)).toBeVisible();
  await tabTo(page, /^Cari nama/);
  await page.keyboard.type('siregar');
  await expect(page).toHaveURL(/q=siregar/);
  await expect(page.getByRole('row').nth(1)).toContainText(/siregar/i);
  await tabTo(page, /Siregar/);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/employees\/[0-9a-f-]{36}/);
  await page.goBack();
  await expect(page).toHaveURL(/q=siregar/);
  await expect(page.getByRole('row').nth(1)).toContainText(/siregar/i);
});

test('a dialog takes the focus, keeps it, and gives it back', async ({ page }) => {
  await signIn(page, 'kepala');
  await page.goto('/trainings');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('Control+k');
  const dialog = page.getByRole('dialog');
  await expect(dialog.locator(':focus')).toHaveCount(1);
  for (let step = 0; step < 5; step++) {
    await page.keyboard.press('Tab');
    await expect(dialog.locator(':focus')).toHaveCount(1);
  }
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
});

test('a training is planned, submitted and approved without a mouse', async ({ page, browser }) => {
  const title = `Uji Papan Ketik ${Date.now()}`;
  const day = typed(dayBefore(-30));
  await signIn(page, 'pic1');
  await open(page, '/trainings');
  await settled(page, () => press(page, /^Rencanakan pelatihan/));
  await expect(page.getByRole('heading', { level: 1, name: 'Pelatihan baru' })).toBeVisible();
  await type(page, /^Nama pelatihan/, title);
  await choose(page, /^Jenis pengembangan/, 'Seminar');
  await type(page, /^Tanggal mulai/, day);
  await type(page, /^Tanggal selesai/, day);
  await type(page, /^Kuota/, '12');
  await press(page, /^Simpan draf/);
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();

  await toTab(page, /^Sesi/);
  await press(page, /^Tambah sesi/);
  await expect(page.getByLabel('Mata ajar')).toBeFocused();
  await page.keyboard.type('Pembukaan');
  await type(page, /^Tanggal/, day);
  // In 24 hours whatever the browser's own language is.
  await type(page, /^Mulai/, '0800');
  await type(page, /^Selesai/, '1630');
  await press(page, /^Simpan sesi/);
  await expect(page.getByText('Jadwal tersimpan.')).toBeVisible();

  await toTab(page, /^Dokumen/);
  await choose(page, /^Jenis dokumen/, 'KAK');
  const chooser = page.waitForEvent('filechooser');
  await press(page, /^Pilih berkas/);
  await (await chooser).setFiles(paper);
  await expect(page.getByRole('link', { name: paper.name })).toBeVisible();
  await press(page, /^Ajukan/);
  await expect(page.getByText('Pelatihan diajukan kepada kepala pusat.')).toBeVisible();

  const head = await as(browser, 'kepala');
  await open(head, '/trainings/approval');
  const chosen = head.locator('[aria-current=true]');
  for (let step = 0; step < 30 && !(await chosen.innerText()).includes(title); step++) {
    const before = head.url();
    await head.keyboard.press('j');
    await expect(head).not.toHaveURL(before);
  }
  await expect(head.getByRole('heading', { level: 2, name: title })).toBeVisible();
  await press(head, /^Setujui/);
  await expectAsked(head);
  await press(head, /^Setujui/);
  await expect(head.getByText('Pelatihan disetujui.')).toBeVisible();
  await expect(head.getByText(title, { exact: true })).toHaveCount(0);
  await head.context().close();
});

test('a unit puts somebody forward and decides without a mouse', async ({ page, browser }) => {
  const [officer, head] = [await as(browser, 'pic1'), await as(browser, 'kepala')];
  const title = `Uji Usulan Papan Ketik ${Date.now()}`;
  await openTraining(officer, head, { title, start: dayBefore(-40), end: dayBefore(-40) });
  const superior = await as(browser, 'atasan');
  const { user } = await call<{ user: { employeeId: string } }>(superior, 'GET', '/session');
  const team = await call<{ items: { id: string; name: string }[] }>(superior, 'GET', '/employees?size=2');
  const name = team.items.find(({ id }) => id !== user.employeeId)?.name ?? '';
  await signIn(page, 'pic.unit');
  await open(page, '/nominations');
  await toTab(page, /^Usulkan/);
  await settled(page, () => press(page, new RegExp(`^${title}`)));
  await type(page, /^Cari nama/, name);
  await expect(page.getByRole('row').filter({ hasText: name })).toHaveCount(1);
  await expect(page.getByRole('row')).toHaveCount(2);
  await page.keyboard.press('Tab');
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await press(page, /^Usulkan 1 orang/);
  await expectAsked(page);
  await press(page, /^Usulkan/);
  await expect(page.getByRole('dialog')).toHaveCount(0);

  // Who puts somebody forward does not decide; their superior does.
  await open(superior, '/nominations');
  const row = superior.getByRole('row').filter({ hasText: title });
  await expect(row).toContainText(name);
  for (let step = 0; step < 40 && !(await row.evaluate((one) => one === document.activeElement)); step++)
    await superior.keyboard.press('j');
  await expect(row).toBeFocused();
  await superior.keyboard.press('a');
  await expect(superior.getByText('1 calon disetujui')).toBeVisible();
  await expect(row).toHaveCount(0);
});

test('a training is completed without a mouse', async ({ page, browser }) => {
  await signIn(page, 'pic1');
  const { id, session } = await startTraining(page, browser, `Uji Selesai ${Date.now()}`, 1);
  const address = `/trainings/${id}`;
  const { items } = await call<{ items: { id: string }[] }>(page, 'GET', `${address}/participants`);
  const marks = [{ id: crypto.randomUUID(), participantId: items[0]?.id, status: 'full' }];
  await call(page, 'POST', `${address}/sessions/${session}/attendance`, { marks });

  await open(page, address);
  await toTab(page, /^Penyelesaian/);
  await expect(page.getByText('1 peserta lulus, masing-masing 8 JP')).toBeVisible();
  await press(page, /^Selesaikan pelatihan/);
  await expectAsked(page);
  await press(page, /^Selesaikan/);
  await expect(page.getByText('Pelatihan selesai; JP dibukukan.')).toBeVisible();
});
