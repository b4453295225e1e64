import { expect, test } from '@playwright/test';
import { expectAxeClean } from '../support/axe';
import { signIn } from '../support/sign-in';

test('Marks taken without a network are sent from any page, and a refused one stays until it is read', async ({
  page,
  context,
}) => {
  await signIn(page, 'pic1');
  const other = await context.newPage();
  await other.goto('/');
  await expect(other.getByRole('heading', { level: 1 })).toBeVisible();
  const me = (await (await page.request.get('/api/v1/session')).json()) as { user: { id: string } };
  const trainings = (await (await page.request.get('/api/v1/trainings?state=running')).json()) as {
    items: { id: string }[];
  };
  const trainingId = trainings.items[0]?.id ?? '';
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
