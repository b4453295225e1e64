import { type Browser, type Page, expect, test } from '@playwright/test';
import { expectAxeClean } from '../support/axe';
import { call } from '../support/call';
import { firstOfDemo } from '../support/demo';
import { signIn, signInByForm } from '../support/sign-in';
import { startTraining, zone } from '../support/training';

test('Marks taken without a network are sent from any page, and a refused one stays until it is read', async ({
  page,
  context,
}) => {
  await signIn(page, 'pic1');
  const other = await context.newPage();
  await other.goto('/');
  await expect(other.getByRole('heading', { level: 1 })).toBeVisible();
  const me = (await (await page.request.get('/api/v1/session')).json()) as { user: { id: string } };
  const trainingId = await firstOfDemo(page, '/trainings?state=running&size=100');
  const grid = (await (await page.request.get(`/api/v1/trainings/${trainingId}/attendance`)).json()) as {
    sessions: { id: string }[];
  };
  await page.goto('/trainings');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();

  // As the desk keeps it in a class room; of somebody who has left the list meanwhile, so that the server refuses it.
  await context.setOffline(true);
  await other.evaluate(
    ([key, trainingId, sessionId]) => {
      const mark = { id: crypto.randomUUID(), participantId: crypto.randomUUID(), status: 'full' };
      localStorage.setItem(key ?? '', JSON.stringify([{ trainingId, sessionId, name: 'Ana Tamu', mark }]));
    },
    [`pionir.attendance.queue.${me.user.id}`, trainingId, grid.sessions[0]?.id ?? ''],
  );
  await expect(page.getByText('1 tanda kehadiran belum terkirim')).toBeVisible();
  await expectAxeClean(page);

  await context.setOffline(false);
  await expect(page.getByText('1 tanda kehadiran ditolak')).toBeVisible();
  await expect(page.getByText('belum terkirim')).toBeHidden();
  await page.reload();
  await page.getByRole('link', { name: '1 tanda kehadiran ditolak' }).click();
  await expect(page.getByText('Ana Tamu')).toBeVisible();
  await expectAxeClean(page);
  await page.getByRole('button', { name: 'Mengerti' }).click();
  await expect(page.getByText('1 tanda kehadiran ditolak')).toBeHidden();
});

interface Session {
  id: string;
  subject: string;
}

interface Grid {
  sessions: { date: string; start: string; end: string }[];
  people: { items: { participantId: string; name: string; marks: { sessionId: string; status: string }[] }[] };
}

/** A desk of two guests kept on the device, open at a session of this hour which is not the one that began last. */
async function openDesk(page: Page): Promise<{ trainingId: string; session: Session; grid: () => Promise<Grid> }> {
  const browser = page.context().browser() as Browser;
  const { id: trainingId } = await startTraining(page, browser, `Uji Tanpa Jaringan ${Date.now()}`, 2);
  const grid = (): Promise<Grid> => call<Grid>(page, 'GET', `/trainings/${trainingId}/attendance?size=100`);
  const add = async (subject: string): Promise<Session> => {
    const session = { ...freeMinute((await grid()).sessions), mode: 'klasikal', subject };
    const { id } = await call<{ id: string }>(page, 'POST', `/trainings/${trainingId}/sessions`, session);
    return { id, subject };
  };
  await add(`Sesudahnya ${Date.now()}`);
  const session = await add(`Tanpa jaringan ${Date.now()}`);
  await page.goto(`/trainings/${trainingId}?tab=attendance`);
  await page.getByRole('button', { name: session.subject }).click();
  await expect(page.getByText('Daftar ini tersimpan di perangkat')).toBeVisible();
  return { trainingId, session, grid };
}

/** The last minute that has begun beside the sessions which the training has already. */
function freeMinute(taken: Grid['sessions']): { date: string; start: string; end: string } {
  const at = (time: number): string =>
    new Intl.DateTimeFormat('sv-SE', { timeZone: zone.id, dateStyle: 'short', timeStyle: 'short' }).format(time);
  for (let time = Date.now(); ; time -= 60_000) {
    const [[date = '', start = ''], [, end = '']] = [at(time).split(' '), at(time + 60_000).split(' ')];
    const isTaken = taken.some(
      (one) => one.date === date && one.start.slice(0, 5) <= start && start < one.end.slice(0, 5),
    );
    // The last minute of a day ends on the next one, which no session does.
    if (!isTaken && start < end) return { date, start, end };
  }
}

test('A desk loaded again without a network goes on, and its marks arrive once', async ({ page, context }) => {
  await signIn(page, 'pic1');
  const { trainingId, session, grid } = await openDesk(page);
  // A page of an older version that lies on the device is not shown while the server is there, and is replaced.
  await page.evaluate(async () => {
    const cache = await caches.open('pionir.shell');
    await cache.put('/', new Response('<h1>Versi lama</h1>', { headers: { 'Content-Type': 'text/html' } }));
  });
  await page.reload();
  await expect(page.getByText('Daftar ini tersimpan di perangkat')).toBeVisible();

  await context.setOffline(true);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Meja kehadiran' })).toBeVisible();
  const chosen = page.getByRole('button', { name: session.subject });
  await expect(chosen).toHaveAttribute('aria-current', 'true');
  await expectAxeClean(page);
  const rows = page.getByRole('row').filter({ has: page.getByRole('button', { name: 'Hadir', exact: true }) });
  for (const at of [0, 1]) await rows.nth(at).getByRole('button', { name: 'Hadir', exact: true }).click();
  await page.reload();
  await expect(page.getByText('2 catatan menunggu dikirim')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Hadir', exact: true, pressed: true })).toHaveCount(2);

  await context.setOffline(false);
  await expect(page.getByText('Terhubung kembali')).toBeVisible();
  await expect(page.getByText('menunggu dikirim')).toBeHidden();
  await expect(page.getByRole('button', { name: 'Hadir', exact: true, pressed: true })).toHaveCount(2);
  await expectAxeClean(page);
  const marked = (await grid()).people.items.filter((row) => row.marks.some((mark) => mark.sessionId === session.id));
  expect(marked).toHaveLength(2);
  for (const { participantId } of marked) {
    const at = `/trainings/${trainingId}/sessions/${session.id}/attendance/${participantId}/history`;
    expect(await call<unknown[]>(page, 'GET', at)).toHaveLength(1);
  }
  await page.getByRole('button', { name: 'Buka pelatihan' }).click();
  await expect(page).toHaveURL(new RegExp(`/trainings/${trainingId}`));
  await expect(chosen).toHaveAttribute('aria-current', 'true');
  await expect(page.getByRole('button', { name: 'Hadir', exact: true, pressed: true })).toHaveCount(2);
});

test('Whoever signs out leaves no roster behind, with a network or without', async ({ page, context }) => {
  await signInByForm(page, 'pic1');
  const { trainingId, grid } = await openDesk(page);
  const name = (await grid()).people.items[0]?.name ?? '';
  const left = (): Promise<string> => page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
  expect(await left()).toContain(name);
  const files = await page.evaluate(async () => {
    const cache = await caches.open('pionir.shell');
    return (await cache.keys()).map(({ url }) => new URL(url).pathname);
  });
  expect(files).toContain('/');
  expect(files.filter((file) => /^\/(api|health|metrics)/.test(file))).toEqual([]);

  await page.getByRole('button', { name: /^Akun / }).click();
  await page.getByRole('button', { name: 'Keluar' }).click();
  await expect(page).toHaveURL(/\/sign-in$/);
  expect(await left()).not.toContain(name);
  await context.setOffline(true);
  for (const address of [`/trainings/${trainingId}?tab=attendance`, '/class-desk', '/']) {
    await page.goto(address);
    await expect(page.getByRole('heading', { name: 'Server tidak terjangkau' })).toBeVisible();
    await expect(page.getByText(name)).toBeHidden();
  }
});
