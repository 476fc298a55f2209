// Offline use: registers the service worker, and has it fetch one's own drafts ahead.
const pause = 120_000; // milliseconds between two looks at the drafts
const lastLook = "drafts-fetched-at";
const on = document.body.dataset.offline === "true";

/** Starts, or, where the site has switched it off, removes what an earlier visit left. */
export async function startOffline() {
  if (!("serviceWorker" in navigator)) return; // plain http away from this machine
  try {
    if (!on) return await remove();
    // The one script address that scripts may make, and it cannot be any other.
    const address = globalThis.trustedTypes?.createPolicy("service-worker", { createScriptURL: () => "/sw.js" }).createScriptURL("") ?? "/sw.js";
    await navigator.serviceWorker.register(address, { scope: "/", updateViaCache: "none" });
    await fetchDrafts((await navigator.serviceWorker.ready).active);
  } catch {
    // Private windows forbid it, and a lost network ends it; the pages work without.
  }
}

async function remove() {
  for (const registration of await navigator.serviceWorker.getRegistrations()) await registration.unregister();
  for (const name of await caches.keys()) await caches.delete(name);
}

async function fetchDrafts(worker) {
  const due = Date.now() - Number(localStorage.getItem(lastLook) ?? 0) > pause || location.pathname === "/drafts";
  if (!due || !document.body.dataset.owner || navigator.connection?.saveData) return;
  const response = await fetch("/api/drafts");
  if (!response.ok) return;
  localStorage.setItem(lastLook, String(Date.now()));
  const pages = (await response.json()).flatMap(({ id, slug, revision, finished }) => {
    const version = `${revision}${finished}`;
    return [{ url: `/practice/${slug}?draft=${id}`, version }, { url: `/drafts/${id}`, version }];
  });
  if (location.pathname !== "/drafts") pages.unshift({ url: "/drafts", version: String(Date.now()) });
  worker.postMessage({ pages });
}
