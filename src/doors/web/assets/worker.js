// SPDX-License-Identifier: Apache-2.0
// Keeps the check-in and what it looks like on the phone, and nothing else; the server puts `kept`
// and `version` in front. Without a session there is nothing to keep.
const name = 'check-in-' + version;
self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(name).then((cache) => cache.addAll(kept)).then(() => self.skipWaiting()));
});
self.addEventListener('activate', (event) => {
  event.waitUntil(caches.keys().then((all) => Promise.all(all.filter((one) => one !== name).map((one) => caches.delete(one)))).then(() => self.clients.claim()));
});
async function page(request) {
  const cache = await caches.open(name);
  const here = new URL(request.url).pathname === '/me/check-in';
  try {
    const answer = await fetch(request);
    if (answer.redirected || answer.type === 'opaqueredirect' || answer.status === 401 || answer.status === 404) await cache.delete('/me/check-in');
    else if (here && answer.ok) await cache.put('/me/check-in', answer.clone());
    return answer;
  } catch (none) {
    const last = await cache.match('/me/check-in');
    if (last) return last;
    throw none;
  }
}
// The first check-in on this phone was on its way before this was there: it gives itself. Its policy stands within it.
self.addEventListener('message', (event) => {
  if (!event.source || new URL(event.source.url).pathname !== '/me/check-in') return;
  const first = new Response(event.data, { headers: { 'Content-Type': 'text/html; charset=utf-8' } });
  event.waitUntil(caches.open(name).then((cache) => cache.put('/me/check-in', first)).then(() => event.source.postMessage('kept')));
});
self.addEventListener('fetch', (event) => {
  const path = new URL(event.request.url).pathname;
  if (event.request.method !== 'GET') return;
  if (event.request.mode === 'navigate') event.respondWith(page(event.request));
  else if (kept.includes(path)) event.respondWith(caches.match(path).then((found) => found || fetch(event.request)));
});
