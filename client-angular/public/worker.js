// For an attendance desk in a class room without a network (core/shell-cache.ts fills the cache): whatever can be had
// from the server is taken from there, so that no page is ever older than the server. What the server answers itself
// never passes here, and so never comes to lie in the cache.
const SERVER = /^\/(api|health|metrics)(\/|$)/;

addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(clients.claim()));

addEventListener('fetch', (event) => {
    const { method, mode, url } = event.request;
    const { origin, pathname } = new URL(url);
    if (method !== 'GET' || origin !== location.origin || SERVER.test(pathname)) return;
    event.respondWith(
        fetch(event.request).catch(async (error) => {
            const kept = await caches.match(mode === 'navigate' ? '/' : pathname);
            if (kept) return kept;
            throw error;
        }),
    );
});
