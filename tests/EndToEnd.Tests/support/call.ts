import { type APIRequestContext, type Page, expect } from '@playwright/test';

type Files = NonNullable<Parameters<APIRequestContext['fetch']>[1]>['multipart'];

/** What the page would send, without its forms: to set a scene. */
export async function call<T>(
  page: Page,
  method: 'GET' | 'POST' | 'PUT',
  address: string,
  data?: unknown,
  { multipart, version }: { multipart?: Files; version?: number } = {},
): Promise<T> {
  const cookies = await page.context().cookies();
  const token = cookies.find(({ name }) => name.endsWith('XSRF-TOKEN'))?.value ?? '';
  const answer = await page.request.fetch(`/api/v1${address}`, {
    method,
    headers: {
      'X-XSRF-TOKEN': decodeURIComponent(token),
      ...(version === undefined ? {} : { 'If-Match': `"${version}"` }),
    },
    ...(multipart ? { multipart } : { data }),
  });
  const text = await answer.text();
  expect(answer.ok(), `${method} ${address}: ${answer.status()} ${text}`).toBe(true);
  return (text ? JSON.parse(text) : undefined) as T;
}
