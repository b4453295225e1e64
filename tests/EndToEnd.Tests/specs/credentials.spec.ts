import { APIRequestContext, Page, expect, test } from '@playwright/test';
import { attachmentOf } from '../support/pdf';
import { Json, judge } from '../support/credential';
import { signIn } from '../support/sign-in';

/** Other specs correct this training and count its certificates, or are at those that they have made. */
const TAKEN = /Analisis Kebijakan Publik|^Uji /;

interface Line {
  id: string;
  title: string;
}

/** @param at the first is revoked here; who only looks takes the last (-1). */
async function someCertificate(page: Page, at: 0 | -1): Promise<Line> {
  const answer = await page.request.get('/api/v1/certificates?status=issued&size=100');
  const { items } = (await answer.json()) as { items: Line[] };
  const line = items.filter((one) => !TAKEN.test(one.title)).at(at);
  if (!line) throw new Error('The demo has no certificate of another training.');
  return line;
}

async function post(page: Page, address: string, data: object): Promise<void> {
  const cookies = await page.context().cookies();
  const token = cookies.find((cookie) => cookie.name === 'XSRF-TOKEN')?.value ?? '';
  const headers = { 'X-XSRF-TOKEN': decodeURIComponent(token) };
  expect((await page.request.post(address, { data, headers })).ok()).toBe(true);
}

/** The addresses in a credential are those of the installation that runs. */
function fetching(request: APIRequestContext): (address: string) => Promise<Json> {
  return async (address) => (await (await request.get(address)).json()) as Json;
}

test('Other people’s programs call a credential genuine, a changed one not, and a revoked one revoked', async ({
  page,
  request,
}) => {
  await signIn(page, 'kepala');
  const { id } = await someCertificate(page, 0);
  const credential = (await (await page.request.get(`/api/v1/certificates/${id}/credential`)).json()) as Json;
  const open = fetching(request);

  expect(await judge(credential, open)).toEqual({ signed: true, revoked: false });
  expect(await open(credential['id'] as string)).toEqual(credential);

  const subject = credential['credentialSubject'] as Json;
  const forged = {
    ...credential,
    credentialSubject: { ...subject, result: [{ ...(subject['result'] as Json[])[0], value: '400' }] },
  };
  expect((await judge(forged, open)).signed).toBe(false);
  const renamed = {
    ...credential,
    credentialStatus: { ...(credential['credentialStatus'] as Json), statusListIndex: '1' },
  };
  expect((await judge(renamed, open)).signed).toBe(false);

  await post(page, `/api/v1/certificates/${id}/revocation`, {
    class: 'mistake',
    reason: 'Diterbitkan untuk orang yang keliru',
  });
  expect((await judge(credential, open)).revoked).toBe(true);
});

test('The paper itself carries the credential, and other people’s programs call that one genuine too', async ({
  page,
  request,
}) => {
  await signIn(page, 'kepala');
  const { id } = await someCertificate(page, -1);
  const paper = await (await page.request.get(`/api/v1/certificates/${id}/file`)).body();

  const carried = JSON.parse(attachmentOf(paper, 'kredensial.json')) as Json;

  expect(carried).toEqual(await (await page.request.get(`/api/v1/certificates/${id}/credential`)).json());
  expect(await judge(carried, fetching(request))).toEqual({ signed: true, revoked: false });
});

test('Certificate and verification page lead to the credential', async ({ page }) => {
  await signIn(page, 'kepala');
  const { id } = await someCertificate(page, -1);
  await page.goto(`/certificates/${id}`);

  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Data untuk mesin' }).click();
  expect((await download).suggestedFilename()).toMatch(/^sertifikat-.*\.json$/);
  await page.getByRole('link', { name: 'Buka halaman verifikasi' }).click();

  const link = page.getByRole('link', { name: 'Data untuk mesin (Open Badges)' });
  const answer = await page.request.get((await link.getAttribute('href')) ?? '');
  expect(answer.headers()['content-type']).toContain('application/ld+json');
  expect(((await answer.json()) as Json)['type']).toContain('OpenBadgeCredential');
});
