// The service worker: what was opened once opens again without a network. The network always comes first, so that no old build stays.
const build = "{{build}}";
const assets = ["{{assets}}"];
const assetCache = `assets-${build}`;
const pageCache = "pages"; // of one person only: emptied as soon as somebody else is answered, and at sign-out
const offlinePage = "/offline";
const ownerKey = "/pages-owner";
const nobody = "-";
const patience = 4000; // milliseconds that a page kept here lets the network try first
const mostPages = 400;
const kept = /^\/(?:$|(?:lessons|questions|practice|drafts|frameworks|glossary|sheets)(?:\/|$))/;

let epoch = 0; // counts the times that the pages were emptied; what was asked for before is not kept after
const changed = new Set(); // practice pages whose next opening will be another one

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("message", (event) => event.waitUntil(fetchAll(event.data?.pages ?? [])));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== location.origin) return;
  if (request.mode === "navigate") navigate(event, request, url);
  else if (request.method === "GET" && assets.includes(url.pathname)) event.respondWith(asset(request));
});

async function install() {
  const cache = await caches.open(assetCache);
  await cache.addAll(assets.map((path) => new Request(path, { cache: "reload" })));
  await cache.add(new Request(offlinePage, { cache: "reload", credentials: "omit" }));
  await self.skipWaiting();
}

async function activate() {
  for (const name of await caches.keys()) if (name !== assetCache && name !== pageCache) await caches.delete(name);
  await self.clients.claim();
}

function navigate(event, request, url) {
  if (request.method !== "GET") {
    if (url.pathname === "/account/sign-out") event.waitUntil(empty());
    if (url.pathname.startsWith("/practice/")) changed.add(url.pathname);
    return;
  }
  if (url.pathname === "/drafts/export") return;
  event.respondWith(kept.test(url.pathname) ? page(event, request, url) : fetch(request).catch(() => caches.match(offlinePage)));
}

async function asset(request) {
  try {
    const response = await fetch(request);
    if (response.ok) return response;
  } catch {
    // No network: what came with this build.
  }
  return (await caches.match(request, { ignoreVary: true })) ?? Response.error();
}

async function page(event, request, url) {
  const began = epoch;
  const network = fetch(request);
  event.waitUntil(network.then((response) => keepVisited(request.url, response.clone(), began)).then(() => follow(url), () => {}));
  const copy = await find(url);
  try {
    const response = copy ? await Promise.race([network, later(patience, copy)]) : await network;
    return response.status >= 502 && response.status <= 504 && copy ? copy : response;
  } catch {
    return copy ?? (await caches.match(offlinePage));
  }
}

const later = (wait, value) => new Promise((resolve) => setTimeout(() => resolve(value), wait));

// A draft is only ever answered by its own page; a new practice, or a list, by the page without its query.
async function find(url) {
  const cache = await caches.open(pageCache);
  const exact = await cache.match(url.href, { ignoreVary: true });
  return exact ?? (url.searchParams.has("draft") ? undefined : cache.match(url.origin + url.pathname, { ignoreVary: true }));
}

// What a person has opened says whose pages these are; what is fetched ahead must belong to the same person.
async function keepVisited(href, response, began) {
  const owner = response.headers.get("X-Owner");
  if (!owner || began !== epoch) return;
  const before = await readOwner();
  if (before !== owner && before !== nobody) await empty();
  if (before !== owner) await writeOwner(owner);
  await keep(href, response);
}

const writeOwner = async (owner) => (await caches.open(pageCache)).put(ownerKey, new Response(owner));

async function readOwner() {
  const stored = await (await caches.open(pageCache)).match(ownerKey);
  return stored ? stored.text() : nobody;
}

async function empty() {
  epoch++;
  await caches.delete(pageCache);
}

async function keep(href, response, version = "") {
  if (!response.ok || response.redirected || !response.headers.get("Content-Type")?.startsWith("text/html")) return;
  const headers = new Headers(response.headers);
  headers.delete("Content-Encoding"); // The text is kept as it reads, not as it came.
  headers.set("X-Build", build);
  headers.set("X-Version", version);
  const cache = await caches.open(pageCache);
  await cache.delete(href); // so that the newest stands last
  await cache.put(href, new Response(await response.blob(), { headers }));
  const keys = await cache.keys();
  for (const key of keys.slice(0, Math.max(0, keys.length - mostPages))) if (new URL(key.url).pathname !== ownerKey) await cache.delete(key);
}

// Practice of a question that was opened can begin without a network, and the list of drafts is always there.
async function follow(url) {
  const ahead = [{ url: "/drafts" }, ...[...changed].map((path) => ({ url: path, version: `after ${Date.now()}` }))];
  changed.clear();
  if (/^\/questions\/[^/]+$/.test(url.pathname)) ahead.push({ url: url.pathname.replace("/questions/", "/practice/") });
  if (url.pathname.startsWith("/practice/") && url.search) ahead.push({ url: url.pathname });
  await fetchAll(ahead, true);
}

/** Fetches pages ahead, one by one: those whose version has changed, then those of an older build. */
async function fetchAll(pages, only = false) {
  const began = epoch;
  const cache = await caches.open(pageCache);
  for (const { url, version = "" } of pages) {
    const copy = await cache.match(url, { ignoreVary: true });
    if (!copy || (version && copy.headers.get("X-Version") !== version)) await fetchOne(url, version, began);
  }
  if (only) return;
  for (const request of await cache.keys()) {
    const copy = await cache.match(request, { ignoreVary: true });
    if (copy?.headers.has("X-Build") && copy.headers.get("X-Build") !== build) await fetchOne(request.url, copy.headers.get("X-Version"), began);
  }
}

async function fetchOne(url, version, began) {
  const response = await fetch(url).catch(() => null);
  if (!response || began !== epoch) return;
  if (response.status === 404) await (await caches.open(pageCache)).delete(url);
  const owner = response.headers.get("X-Owner");
  const before = await readOwner();
  if (owner === before || before === nobody) {
    await writeOwner(owner);
    await keep(new URL(url, location.origin).href, response, version);
  }
}
