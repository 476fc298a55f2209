// Lists the pages that this device has.
const list = document.querySelector("[data-kept-list]");
const shown = /^\/(?:lessons|questions|practice|drafts)(?:\/|$)/;
const cache = await caches.open("pages");
for (const request of (await cache.keys()).reverse()) {
  const { pathname, search } = new URL(request.url);
  if (!shown.test(pathname)) continue;
  const title = /<title>([^<]*)<\/title>/.exec(await (await cache.match(request)).text())?.[1].split(" · ").slice(0, -1).join(" · ");
  const link = Object.assign(document.createElement("a"), { href: pathname + search, textContent: title || pathname });
  const item = document.createElement("li");
  item.append(link);
  list.append(item);
}
list.closest("[data-kept]").hidden = list.children.length === 0;
