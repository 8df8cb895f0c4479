// The service worker: keeps the page itself on the device, so that it opens with no network at any address.
// It never touches /api/: data is the replica's business. `cargo xtask site` fills the two placeholders.
const ASSETS = __ASSETS__;
const CACHE = "rollcall-__VERSION__";

self.addEventListener("install", (event) => {
  event.waitUntil(
    (async () => {
      const cache = await caches.open(CACHE);
      // Past the HTTP cache, so that a new version is never mixed with files of the last one.
      await cache.addAll(ASSETS.map((url) => new Request(url, { cache: "no-cache" })));
    })(),
  );
});

// A new version takes over only when the person reloads: a page must never run with the files of another version.
self.addEventListener("message", (event) => {
  if (event.data === "skip-waiting") self.skipWaiting();
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys()) {
        if (name.startsWith("rollcall-") && name !== CACHE) await caches.delete(name);
      }
      await self.clients.claim();
    })(),
  );
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (url.pathname.startsWith("/api/")) return;
  // Every address is the same page; the page reads the address itself.
  const wanted = request.mode === "navigate" ? "/" : request;
  event.respondWith(
    (async () => {
      const cache = await caches.open(CACHE);
      return (await cache.match(wanted)) ?? fetch(request);
    })(),
  );
});
