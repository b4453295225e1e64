import { expect, test } from '@playwright/test';
import { expectAxeClean } from '../support/axe';
import { as } from '../support/people';
import { signIn } from '../support/sign-in';
import { codeOf } from '../support/totp';

test('somebody is invited, sets a password, turns on the second step and signs in with a code', async ({ browser }) => {
  test.setTimeout(120_000);
  const email = `tamu${Date.now()}@contoh.go.id`;
  const password = 'perahu biru di teluk tenang';
  const admin = await as(browser, 'admin');
  await admin.goto('/users/invite');
  await admin.getByLabel('Nama', { exact: true }).fill('Tamu Uji');
  await admin.getByLabel('Surel').fill(email);
  await admin.getByLabel('Peran', { exact: true }).click();
  await admin.getByRole('option', { name: 'Auditor' }).click();
  await admin.getByRole('button', { name: 'Kirim undangan' }).click();
  await expect(admin.getByText('Undangan dikirim.')).toBeVisible();
  const mail = admin.getByRole('row').filter({ hasText: email });
  // It goes out in a moment; the page shows those that have gone.
  await expect(async () => {
    await admin.goto('/mail');
    await expect(mail).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await mail.locator('[data-open]').click();
  const link = await admin.getByRole('article').getByRole('link').getAttribute('href');
  await admin.context().close();

  const page = await as(browser);
  await test.step('the link sets the password once', async () => {
    await page.goto(link ?? '');
    await page.getByLabel('Kata sandi baru', { exact: true }).fill('pendek');
    await page.getByLabel('Ulangi kata sandi baru').fill('pendek');
    await page.getByRole('button', { name: 'Simpan kata sandi' }).click();
    await expect(page.getByRole('alert').getByRole('link', { name: 'Kata sandi baru' })).toBeVisible();
    await page.getByLabel('Kata sandi baru', { exact: true }).fill(password);
    await page.getByLabel('Ulangi kata sandi baru').fill(password);
    await page.getByRole('button', { name: 'Simpan kata sandi' }).click();
    await expect(page.getByText('Kata sandi tersimpan')).toBeVisible();
  });

  const enter = async (at = page): Promise<void> => {
    await at.goto('/sign-in');
    await at.getByLabel('Surel').fill(email);
    await at.getByLabel('Kata sandi', { exact: true }).fill(password);
    await at.getByRole('button', { name: 'Masuk', exact: true }).click();
  };
  let key = '';
  let recovery: string[] = [];
  await test.step('the second step begins with a key and ends with recovery codes', async () => {
    await enter();
    await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
    await page.goto('/profile');
    await page.getByRole('button', { name: 'Aktifkan' }).click();
    const step = page.locator('app-two-factor');
    await step.getByLabel('Kata sandi saat ini').fill('bukan kata sandi saya');
    await step.getByRole('button', { name: 'Lanjutkan' }).click();
    await expect(step.getByRole('alert')).toContainText('Kata sandi saat ini tidak cocok');
    await step.getByLabel('Kata sandi saat ini').fill(password);
    await step.getByRole('button', { name: 'Lanjutkan' }).click();
    key = (await page.locator('.steps code').textContent()) ?? '';
    await expectAxeClean(page);
    await page.getByLabel('Kode', { exact: true }).fill(codeOf(key));
    await page.getByRole('button', { name: 'Periksa dan aktifkan' }).click();
    await expect(page.getByText('Simpan kode pemulihan ini.')).toBeVisible();
    recovery = await step.locator('.codes li').allTextContents();
  });

  await test.step('from then on the password alone is not enough', async () => {
    await page.context().clearCookies();
    await enter();
    await page.getByLabel('Kode', { exact: true }).fill('000000');
    await page.getByRole('button', { name: 'Lanjutkan' }).click();
    await expect(page.getByRole('alert')).toBeVisible();
    // A code opens once; the one of the next half minute is taken early.
    await page.getByLabel('Kode', { exact: true }).fill(codeOf(key, Date.now() + 30_000));
    await page.getByRole('button', { name: 'Lanjutkan' }).click();
    await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Tamu Uji');
  });

  const elsewhere = await as(browser);
  await test.step('without the phone a recovery code opens, once', async () => {
    await enter(elsewhere);
    await elsewhere.getByLabel('Kode', { exact: true }).fill(recovery[0] ?? '');
    await elsewhere.getByRole('button', { name: 'Lanjutkan' }).click();
    await elsewhere.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
    const again = await as(browser);
    await enter(again);
    await again.getByLabel('Kode', { exact: true }).fill(recovery[0] ?? '');
    await again.getByRole('button', { name: 'Lanjutkan' }).click();
    await expect(again.getByRole('alert')).toBeVisible();
    await again.context().close();
  });

  await test.step('what is signed in elsewhere is ended from here', async () => {
    await page.goto('/profile');
    const list = page.locator('app-own-sign-ins');
    await expect(list.getByText('Perangkat ini')).toBeVisible();
    const others = list.getByRole('button');
    for (let left = await others.count(); left > 0; left--) {
      await others.first().click();
      await expect(others).toHaveCount(left - 1);
    }
    await elsewhere.goto('/profile');
    await expect(elsewhere).toHaveURL(/sign-in/);
    await elsewhere.context().close();
  });

  await test.step('the link of the invitation opens nothing a second time', async () => {
    await page.context().clearCookies();
    await page.goto(link ?? '');
    await page.getByLabel('Kata sandi baru', { exact: true }).fill(`${password} lagi`);
    await page.getByLabel('Ulangi kata sandi baru').fill(`${password} lagi`);
    await page.getByRole('button', { name: 'Simpan kata sandi' }).click();
    await expect(page.getByRole('alert')).toContainText(/tautan/i);
  });

  await test.step('an invitation without its key is sent to who can give another', async () => {
    await page.goto('/invitation');
    await expect(page.getByText(/minta administrator mengirim undangan baru/)).toBeVisible();
    await expect(page.getByText('Lupa kata sandi', { exact: true })).toHaveCount(0);
    await expectAxeClean(page);
  });
});

test('a system is registered, its secret shown once, and it reads what its scope allows', async ({ page, request }) => {
  const name = `Sistem Uji ${Date.now()}`;
  await signIn(page, 'admin');
  await page.goto('/api-clients');
  await page.getByRole('button', { name: 'Daftarkan sistem' }).first().click();
  await page.getByLabel('Nama sistem').fill(name);
  await page.getByRole('button', { name: 'Daftarkan', exact: true }).click();
  await expect(page.getByRole('alert').getByRole('link', { name: 'Cakupan' })).toBeVisible();
  await page.getByRole('checkbox', { name: 'organization.read' }).check();
  await page.getByRole('button', { name: 'Daftarkan', exact: true }).click();
  await expect(page.getByText('Simpan rahasia ini sekarang')).toBeVisible();
  const [id, secret] = await page.locator('app-api-secret dd').allTextContents();
  await expectAxeClean(page);
  await page.reload();
  await expect(page.getByText(name)).toBeVisible();
  await expect(page.getByText(secret ?? '?')).toHaveCount(0);

  const answer = await request.post('/api/v1/oauth/token', {
    form: { grant_type: 'client_credentials', client_id: id ?? '', client_secret: secret ?? '' },
  });
  const { access_token: token } = (await answer.json()) as { access_token: string };
  const headers = { authorization: `Bearer ${token}` };
  expect((await request.get('/api/v1/employees?size=1', { headers })).status()).toBe(200);
  expect((await request.get('/api/v1/audit?size=1', { headers })).status()).toBe(403);
});
