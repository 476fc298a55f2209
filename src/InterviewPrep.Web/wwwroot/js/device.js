// What this device keeps of one's writing: each open page ("writer") has one record of its own, so that no tab writes over another's.
import { openDB } from "/lib/idb.js";

const store = "writings";
let opening = null;

function open() {
  opening ??= openDB("interviewprep", 1, {
    upgrade(db) {
      db.createObjectStore(store, { keyPath: "writer" }).createIndex("draft", "draft");
    },
    blocking(_current, _next, event) {
      // A newer page wants another version of this store: make way, and open again when needed.
      event.target.close();
      opening = null;
    },
    terminated() {
      opening = null;
    },
  }).catch((error) => {
    opening = null;
    throw error;
  });
  return opening;
}

/**
 * Writes a record; resolves when the browser has it.
 * @param durable Whether to wait until it is on the disk; typing does not, a pause does.
 * @param replaces Writers whose records this one takes the place of, in the same transaction.
 */
export async function write(record, durable = false, replaces = []) {
  const db = await open();
  const transaction = db.transaction(store, "readwrite", { durability: durable ? "strict" : "relaxed" });
  const requests = [transaction.store.put(record), ...replaces.map((writer) => transaction.store.delete(writer)), transaction.done];
  transaction.commit(); // at once: a page that is being closed gets no later turn
  await Promise.all(requests);
}

export async function remove(writers) {
  const db = await open();
  const transaction = db.transaction(store, "readwrite");
  await Promise.all([...writers.map((writer) => transaction.store.delete(writer)), transaction.done]);
}

export const all = async () => (await open()).getAll(store);

export const ofDraft = async (draft) => (await open()).getAllFromIndex(store, "draft", draft);

export const ofWriter = async (writer) => (await open()).get(store, writer);

/** Tells other pages that this writer is alive, for as long as its page is. */
export function stayAlive(writer) {
  navigator.locks?.request(`writer:${writer}`, () => new Promise(() => {}));
}

const idle = 60_000;

/**
 * A test for "the page of this record is closed". Where the browser cannot tell (plain http), a record that was left alone for a
 * minute counts as closed; should its page be open after all, nothing is lost, for it recognises its own text on the server.
 */
export async function closedPages(now) {
  if (!navigator.locks) return (record) => now - record.at > idle;
  const { held } = await navigator.locks.query();
  const living = new Set(held.map((lock) => lock.name));
  return (record) => !living.has(`writer:${record.writer}`);
}
