import { isDevMode } from '@angular/core';

const CACHE = 'pionir.shell';
const PAGE = '/';
/** Another content has another name. */
const HASHED = /-[A-Z0-9]{8}\.\w+$/;

/**
 * Keeps the files of the page on this device, and the worker that finds them when the server cannot be reached: a page
 * loaded again without a network comes up. Files only, the same for everybody. True when they are all there.
 */
export async function keepShell(): Promise<boolean> {
  // The worker exists on safe origins only; and who changes the product must see the change.
  if (isDevMode() || !('serviceWorker' in navigator)) return false;
  try {
    await navigator.serviceWorker.register('/worker.js');
    const cache = await caches.open(CACHE);
    const [page, list] = await Promise.all([fetch(PAGE, { cache: 'no-store' }), fetch('/page-files.json')]);
    if (!page.ok || !list.ok) return false;
    const files = (await list.json()) as string[];
    const kept = (await cache.keys()).map(({ url }) => new URL(url).pathname);
    // First what the new page needs, then the page, and only then away with what the old one needed.
    await cache.addAll(files.filter((file) => !kept.includes(file) || !HASHED.test(file)));
    await cache.put(PAGE, page);
    await Promise.all(kept.filter((file) => file !== PAGE && !files.includes(file)).map((file) => cache.delete(file)));
    await navigator.serviceWorker.ready;
    return true;
  } catch {
    return false;
  }
}
