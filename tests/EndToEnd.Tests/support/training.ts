import { type Browser, expect, type Page } from '@playwright/test';
import { call } from './call';
import { as } from './people';

/** The smallest paper that is a PDF by its content. */
export const paper = {
  name: 'kak.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from(
    '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n' +
      '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
  ),
};

/** Where midnight is far: what ends today is not over before its test is. */
export const zone =
  new Date().getUTCHours() === 16
    ? { id: 'Asia/Jayapura', name: 'WIT', hours: 9 }
    : { id: 'Asia/Jakarta', name: 'WIB', hours: 7 };

/** The day it is there, or one before it. */
export const dayBefore = (days: number): Date => new Date(Date.now() + zone.hours * 3_600_000 - days * 86_400_000);

/** As the date fields of the page take it. */
export const typed = (day: Date): string => `${day.getUTCDate()}/${day.getUTCMonth() + 1}/${day.getUTCFullYear()}`;

const iso = (day: Date): string => day.toISOString().slice(0, 10);

export async function hand(officer: Page, training: string, kind: string): Promise<void> {
  await call(officer, 'POST', `/trainings/${training}/documents`, undefined, { multipart: { kind, file: paper } });
}

interface Mail {
  toAddress: string;
  toName: string;
  subject: string;
  link: string | null;
}

interface Wanted {
  title: string;
  start?: Date;
  end?: Date;
  publicly?: boolean;
}

/** A draft with one session on its first day; of yesterday and today unless it says otherwise. */
async function planTraining(
  officer: Page,
  { title, start = dayBefore(1), end = dayBefore(0), publicly = false }: Wanted,
): Promise<{ id: string; session: string }> {
  const { user } = await call<{ user: { heldRoles: { role: string; unitId: string }[] } }>(officer, 'GET', '/session');
  const { id } = await call<{ id: string }>(officer, 'POST', '/trainings', {
    unitId: user.heldRoles.find(({ role }) => role === 'trainingOfficer')?.unitId,
    plan: {
      title,
      year: start.getUTCFullYear(),
      form: 'diklat-teknis',
      scheme: 'selfManaged',
      start: iso(start),
      end: iso(end),
      timeZone: zone.id,
      quota: 2,
      reservePlaces: 0,
      colour: 'navy',
      allowsSelfApplication: false,
      allowsPublicRegistration: publicly,
    },
  });
  await call(officer, 'POST', `/trainings/${id}/sessions`, {
    date: iso(start),
    start: '08:00:00',
    end: '14:00:00',
    mode: 'klasikal',
    subject: 'Pelayanan prima',
    instructors: [],
  });
  const { days } = await call<{ days: { sessions: { id: string }[] }[] }>(officer, 'GET', `/trainings/${id}/sessions`);
  return { id, session: days[0]?.sessions[0]?.id ?? '' };
}

/** Planned, approved by the head, and open for participants. */
export async function openTraining(
  officer: Page,
  head: Page,
  wanted: Wanted,
): Promise<{ id: string; session: string }> {
  const planned = await planTraining(officer, wanted);
  await hand(officer, planned.id, 'tor');
  await call(officer, 'POST', `/trainings/${planned.id}/submit`);
  await call(head, 'POST', `/trainings/${planned.id}/approve`, {});
  await call(officer, 'POST', `/trainings/${planned.id}/open`);
  return planned;
}

/**
 * The link in the newest mail of the demo to somebody (whose subject says so), as path and query; mails go out in a moment.
 * @param to Their address, or their name.
 */
export async function linkTo(reader: Page, to: string, subject = /./): Promise<string> {
  let link: string | null | undefined;
  await expect(async () => {
    const { items } = await call<{ items: Mail[] }>(reader, 'GET', '/demo/mails?size=100');
    link = items.find((mail) => [mail.toAddress, mail.toName].includes(to) && subject.test(mail.subject))?.link;
    expect(link, `mail to ${to}`).toBeTruthy();
  }).toPass({ timeout: 20_000 });
  const { pathname, search, hash } = new URL(link ?? '');
  return pathname + search + hash;
}

/** As the invited person does it by the link in their mail, without an account. */
export async function accept(reader: Page, email: string): Promise<void> {
  const link = await linkTo(reader, email);
  const guest = await as(reader.context().browser() as Browser);
  await call(guest, 'GET', '/session');
  await call(guest, 'POST', `/invitations/${link.split('/').at(-1) ?? ''}/answer`, { confirm: true });
  await guest.context().close();
}

/** Open, and under way with guests who said yes. */
export async function startTraining(
  officer: Page,
  browser: Browser,
  title: string,
  guests: number,
): Promise<{ id: string; session: string }> {
  const head = await as(browser, 'kepala');
  const opened = await openTraining(officer, head, { title });
  await head.context().close();
  const address = `/trainings/${opened.id}`;
  const emails = Array.from({ length: guests }, (_, at) => `dewi${at}-${Date.now()}@pemda.contoh.go.id`);
  for (const email of emails)
    await call(officer, 'POST', `${address}/participants/external`, { name: 'Dewi Anjani', email });
  await call(officer, 'POST', `${address}/participants/invite`, { participantIds: [] });
  for (const email of emails) await accept(officer, email);
  await hand(officer, opened.id, 'assignmentLetter');
  await call(officer, 'POST', `${address}/start`);
  return opened;
}
