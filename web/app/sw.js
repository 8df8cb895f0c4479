// The service worker: keeps the page itself on the device, so that it opens with no network at any address.
// It never touches /api/: data is the replica's business. `cargo xtask site` fills the two placeholders: every file by its
// address with the SHA-256 of its content, and the version of all of them.
const ASSETS = __ASSETS__;
const CACHE = "rollcall-__VERSION__";

// A file of this version. A network may answer in the server's place (a hotel's sign-in page), and another version may have
// been put there meanwhile: what is not this very content is never kept, and the installation is tried again another time.
async function genuine(url, digest) {
  // Past the HTTP cache, so that a new version is never mixed with files of the last one.
  const response = await fetch(url, { cache: "no-cache", redirect: "error" });
  const bytes = await response.clone().arrayBuffer();
  const found = Array.from(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)));
  if (!response.ok || found.map((byte) => byte.toString(16).padStart(2, "0")).join("") !== digest) {
    throw new Error(`What was answered for ${url} is no file of this version of the page.`);
  }
  return [url, response];
}

self.addEventListener("install", (event) => {
  event.waitUntil(
    (async () => {
      const files = await Promise.all(Object.entries(ASSETS).map(([url, digest]) => genuine(url, digest)));
      const cache = await caches.open(CACHE);
      await Promise.all(files.map(([url, response]) => cache.put(url, response)));
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
