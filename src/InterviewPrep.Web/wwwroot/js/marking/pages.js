// Pages of the form: fetched ahead, and kept in step with what was just marked.

/** Fetched pages by address. */
export const ready = new Map();

/** Fetches a page of the form. As a document by XMLHttpRequest: nothing in it runs, and no string becomes markup. */
export function fetchForm(address) {
  if (ready.has(address)) return ready.get(address);
  const page = new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("GET", address);
    request.responseType = "document";
    request.onload = () => resolve(request.status === 200 ? request.response?.getElementById("marking-form") ?? null : null);
    request.onerror = () => resolve(null);
    request.send();
  });
  ready.set(address, page);
  return page;
}

/** What was just marked shows in the list and the count beside the next answer, whose page was fetched before. */
export function refresh(before, form, done) {
  const total = before.querySelector("output[data-total]").textContent;
  const row = form.querySelector(`[data-row="${before.dataset.id}"] [data-row-total]`);
  const left = total.match(/还差 \d+ 项/)?.[0];
  if (row && /^[\d.]+$/.test(total)) row.textContent = total;
  else if (row && left && !total.startsWith("0（")) row.textContent = left;
  const [then, now] = [before, form].map((shown) => shown.querySelector("[data-progress]"));
  if (then.dataset.question !== now.dataset.question) return;
  const isNew = done.has(before.dataset.address) && !before.dataset.wasComplete;
  if (isNew) before.dataset.wasComplete = "true";
  const marked = Math.max(Number(now.dataset.marked), Number(then.dataset.marked) + (isNew ? 1 : 0));
  now.dataset.marked = String(marked);
  now.textContent = `已批 ${marked} / ${now.dataset.all}`;
  const meter = form.querySelector("nav progress");
  meter.value = marked;
  meter.setAttribute("aria-label", `已批 ${marked} 份，共 ${now.dataset.all} 份`);
}
