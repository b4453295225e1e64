import { type Browser, type Page, expect, test } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { expectAxeClean } from '../support/axe';
import { call } from '../support/call';
import { firstOfDemo } from '../support/demo';
import { AT_200_PERCENT, expectNoSideways } from '../support/layout';
import { open, settled } from '../support/open';
import { as } from '../support/people';
import { routeOf, routesOfThePage } from '../support/routes';
import { signIn } from '../support/sign-in';
import { accept, dayBefore, linkTo, openTraining } from '../support/training';

/** An address; or a route with how the rest of the address is found by the one who goes there. */
type Place = string | [route: string, rest: (page: Page) => Promise<string>];

const first =
  (list: string, state?: string) =>
  (page: Page): Promise<string> =>
    firstOfDemo(page, list, state);

async function newTemplate(page: Page): Promise<string> {
  const name = `Templat ${crypto.randomUUID()}`;
  return (await call<{ id: string }>(page, 'POST', '/certificate-templates', { name, beginning: 'official' })).id;
}

async function tokenOfCertificate(page: Page): Promise<string> {
  const officer = await as(page.context().browser() as Browser, 'pic1');
  const id = await first('/certificates?size=100&status=issued')(officer);
  const { content } = await call<{ content: { token: string } }>(officer, 'GET', `/certificates/${id}`);
  await officer.context().close();
  return content.token;
}

/** What three people from outside have in their mail: the first asks to take part, two are asked and one of them comes. */
async function mailOutside(
  browser: Browser,
): Promise<{ training: string; confirm: string; invitation: string; mine: string }> {
  const [officer, head] = [await as(browser, 'pic1'), await as(browser, 'kepala')];
  const later = dayBefore(-20);
  const title = `Uji Pintu Umum ${Date.now()}`;
  const { id } = await openTraining(officer, head, { title, start: later, end: later, publicly: true });
  const [asking, asked, coming] = ['minta', 'diundang', 'datang'].map(
    (who) => `${who}${Date.now()}@pemda.contoh.go.id`,
  );
  await call(officer, 'POST', `/public/trainings/${id}/registrations`, { name: 'Citra Lestari', email: asking });
  for (const email of [asked, coming])
    await call(officer, 'POST', `/trainings/${id}/participants/external`, { name: 'Bagus Wibawa', email });
  await call(officer, 'POST', `/trainings/${id}/participants/invite`, { participantIds: [] });
  const tokenFor = async (email = '', subject?: RegExp): Promise<string> =>
    (await linkTo(officer, email, subject)).split('/').at(-1) ?? '';
  const links = { training: id, confirm: await tokenFor(asking), invitation: await tokenFor(asked), mine: '' };
  await accept(officer, coming ?? '');
  links.mine = await tokenFor(coming, /Anda mendapat tempat/);
  await officer.context().close();
  await head.context().close();
  return links;
}

let outside: ReturnType<typeof mailOutside> | undefined;
/** The rest of an address in their mail. */
const mailed =
  (which: keyof Awaited<ReturnType<typeof mailOutside>>) =>
  async (page: Page): Promise<string> =>
    (await (outside ??= mailOutside(page.context().browser() as Browser)))[which];

const VISITOR = 'tamu';

/** Every page, as somebody who works there. Tabs are walked where a page has them. */
const places: Record<string, Place[]> = {
  pic1: [
    '/',
    '/trainings',
    '/trainings/new',
    ['/trainings/:id', first('/trainings?size=100', 'running')],
    ['/trainings/:id/edit', first('/trainings?size=100', 'draft')],
    ['/trainings/:id/programme', first('/trainings?size=100', 'running')],
    ['/trainings/:id?tab=participants', first('/trainings?size=100', 'open')],
    ['/trainings/:id?tab=completion', first('/trainings?size=100', 'completed')],
    ['/trainings/:id?tab=certificates', first('/trainings?size=100', 'closed')],
    '/calendar?view=list',
    '/calendar?view=month',
    '/calendar?view=week',
    '/calendar?view=year',
    '/calendar/feeds',
    '/monitoring',
    '/certificates',
    ['/certificates/:id', first('/certificates?size=100&status=issued')],
    ['/certificate-batches/:id', first('/certificate-batches?size=100')],
    '/certificate-templates',
    '/number-patterns',
    ['/number-patterns/:id', first('/number-series')],
  ],
  kepala: ['/', '/trainings/approval', '/delegations', '/jp-years'],
  pegawai: [
    '/',
    '/my-year',
    '/my-year?per=2026-03-01',
    '/catalogue',
    '/catalogue/mine',
    '/catalogue/coaching',
    '/check-in',
    '/profile',
    '/no-access',
    '/tidak-ada',
  ],
  'pic.unit': ['/nominations'],
  sdm: [
    '/employees',
    ['/employees/:id', first('/employees?size=1')],
    '/units',
    ['/units/:id', first('/units')],
    '/imports/new',
  ],
  admin: [
    '/imports',
    '/imports/new',
    ['/imports/:id', first('/imports?size=5')],
    '/users',
    '/users/invite',
    ['/users/:id', first('/users?size=1')],
    '/roles',
    '/api-clients',
    '/audit',
    '/jobs',
    ['/jobs/:id', first('/jobs?size=1')],
    '/settings',
    '/notifications',
    '/mail',
    '/institution',
    '/reference-data',
    '/reference-data/jpTargets',
    '/reference-data/jpTargets/new',
    ['/reference-data/:kind/:id', async (page) => `jpTargets/${await first('/reference-data?kind=jpTargets')(page)}`],
    '/jp-rules',
    '/jp-rules/coaching',
    '/jp-rules/coaching/change',
    '/ledger-checks',
    '/dictionaries',
    '/dictionaries/kamus-contoh/1',
    '/dictionaries/kamus-contoh/1/T01',
    '/dictionaries/kamus-contoh/1/T01/3',
    '/competencies?q=evaluasi',
    ['/certificate-templates/:id', newTemplate],
  ],
  kamus: ['/dictionaries/import'],
  [VISITOR]: [
    '/sign-in',
    '/invitation?token=x',
    '/reset-password?token=x',
    '/forgotten-password',
    '/unreachable',
    '/certificate-file?link=x',
    '/verify',
    '/verify/tidak-ada-token-seperti-ini',
    ['/v/:token', tokenOfCertificate],
    '/j/tidak-ada-token-seperti-ini',
    '/register',
    ['/register/:id', mailed('training')],
    ['/register/confirm/:token', mailed('confirm')],
    ['/participation/:token', mailed('invitation')],
    ['/register/mine/:token', mailed('mine')],
    // The personal link is on this device now.
    '/check-in',
  ],
};

async function expectFine(page: Page): Promise<void> {
  await expectNoSideways(page);
  await expectAxeClean(page, '.paper');
  const window = page.viewportSize();
  if (!window || window.width < AT_200_PERCENT.width) return;
  await page.setViewportSize(AT_200_PERCENT);
  await expectNoSideways(page);
  await page.setViewportSize(window);
}

async function visit(page: Page, address: string): Promise<void> {
  await open(page, address);
  await expectFine(page);
  if (address.includes('?')) return;
  const tabs = page.getByRole('tab', { selected: false });
  for (const name of await tabs.allInnerTexts()) {
    await test.step(`tab ${name}`, async () => {
      await settled(page, () => page.getByRole('tab', { name: name.trim() }).click());
      await expectFine(page);
    });
  }
}

for (const [who, addresses] of Object.entries(places)) {
  test.describe(`Halaman untuk ${who} @phone`, () => {
    // Signed in once and the page kept: that is how somebody goes from place to place, and half the time.
    let page: Page;
    let errors: string[] = [];

    test.beforeAll(async ({ browser }) => {
      page = await as(browser, who === VISITOR ? undefined : who);
      page.on('pageerror', (error) => errors.push(error.message));
    });
    test.afterAll(() => page.context().close());

    for (const place of addresses) {
      const [route, rest] = typeof place === 'string' ? [place, undefined] : place;
      test(`${route} is accessible and fits`, async () => {
        errors = [];
        await visit(page, rest ? route.replace(/:\w+(\/:\w+)*/, await rest(page)) : route);
        expect(errors).toEqual([]);
      });
    }
  });
}

/** Only without a server, whose spec looks at it. */
const ELSEWHERE: Record<string, string> = { '/class-desk': 'offline.spec.ts' };

test('every route of the page is among these', () => {
  const routes = routesOfThePage();
  const visited = Object.values(places)
    .flat()
    .map((place) => routeOf(typeof place === 'string' ? place : place[0], routes));
  expect(routes.length).toBeGreaterThan(60);
  const missing = routes.filter((route) => !visited.includes(route));
  expect(missing).toEqual(Object.keys(ELSEWHERE));
  for (const [route, spec] of Object.entries(ELSEWHERE)) {
    const code = readFileSync(new URL(spec, import.meta.url), 'utf8');
    expect(code).toContain(route.slice(1));
    expect(code).toContain('expectAxeClean');
  }
});

for (const address of ['/users', '/nominations']) {
  test(`somebody without the permission for ${address} is told so, and nothing is shown`, async ({ page }) => {
    await signIn(page, 'pegawai');
    await page.goto(address);

    await expect(page).toHaveURL(/no-access/);
    await expect(page.getByRole('heading', { name: 'Halaman ini bukan bagian tugas Anda' })).toBeVisible();
    await expect(page.getByRole('table')).toHaveCount(0);
  });
}

test('a tab that would refuse is not offered', async ({ page }) => {
  await signIn(page, 'verifikator.pspkm');
  await page.goto(`/trainings/${await first('/trainings?size=100', 'running')(page)}`);

  await expect(page.getByRole('tab')).toHaveText([/Rencana/, /Dokumen/, /Sesi/, /Riwayat/]);
});

test('anybody can ask whether a certificate or a statement is genuine', async ({ page }) => {
  await page.goto('/v/tidak-ada-token-seperti-ini');
  await expect(page.getByText('Tidak ada sertifikat yang cocok')).toBeVisible();
  await page.goto('/j/tidak-ada-token-seperti-ini');
  await expect(page.getByText('Tidak ada rekapitulasi yang cocok')).toBeVisible();
});
