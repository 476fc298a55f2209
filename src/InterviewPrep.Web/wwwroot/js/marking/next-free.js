import { fetchForm, ready } from "./pages.js";
import * as saving from "./saving.js";

const mostHops = 5; // answers that others have open and that are passed over

/**
 * The next unmarked answer that nobody else has open; null where there is none, undefined where it cannot be fetched.
 * @param done Addresses of answers that were complete when they were left.
 */
export async function nextFree(from, done) {
  let address = from.dataset.next;
  for (let hop = 0; address && hop < mostHops; hop++) {
    if (done.has(address)) {
      // The page was fetched before that one was marked: ask again, now that it is in the store.
      await saving.settled();
      ready.delete(from.dataset.address);
      address = (await fetchForm(from.dataset.address))?.dataset.next;
      ready.delete(from.dataset.address);
      if (!address || done.has(address)) return null;
    }
    const shown = await fetchForm(address);
    if (!shown) return undefined;
    if (!shown.dataset.held || !shown.dataset.next || shown.dataset.next === from.dataset.address) return address;
    ready.delete(address);
    address = shown.dataset.next;
  }
  return address || null;
}
