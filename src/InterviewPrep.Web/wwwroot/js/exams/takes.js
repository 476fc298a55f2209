// Slices of recordings, kept on this device until the server has them. They are sent in order, by any page of the site that knows of them.
import { openDB } from "/lib/idb.js";

const store = "slices";
let opening = null;

function open() {
  opening ??= openDB("interviewprep-takes", 1, {
    upgrade: (db) => db.createObjectStore(store, { keyPath: ["take", "slice"] }),
    blocking: (_current, _next, event) => {
      event.target.close();
      opening = null;
    },
    terminated: () => (opening = null),
  }).catch((error) => {
    opening = null;
    throw error;
  });
  return opening;
}

/** Keeps a slice; resolves when it is on the disk. */
export async function keep(slice) {
  const db = await open();
  const transaction = db.transaction(store, "readwrite", { durability: "strict" });
  await Promise.all([transaction.store.put(slice), transaction.done]);
}

const waiting = async () => (await open()).getAll(store);

const forget = async (slices) => {
  const db = await open();
  const transaction = db.transaction(store, "readwrite");
  await Promise.all([...slices.map((s) => transaction.store.delete([s.take, s.slice])), transaction.done]);
};

async function put({ sitting, take, slice, question, bytes, type }, token) {
  const response = await fetch(`/api${sitting}/takes/${take}/${slice}?question=${question}`, {
    method: "PUT",
    headers: { "Content-Type": type, RequestVerificationToken: token },
    body: bytes,
  });
  const answer = await response.json().catch(() => ({}));
  return { status: response.status, next: answer.next, title: answer.title };
}

/**
 * Sends what waits, in order.
 * @param token The page's, or null to ask for one.
 * @param told Called after each slice with how many wait still.
 * @param refused Called with the server's words where it does not want a recording.
 * @returns True where nothing waits any more.
 */
export async function sendAll(token, told = () => {}, refused = () => {}) {
  const slices = await waiting();
  let left = slices.length;
  for (const slice of slices) {
    try {
      const { status, next, title } = await put(slice, token ?? (await (await fetch("/api/session")).json()).token);
      // What the server refuses for good, and what comes after a slice that it refused, would stand in the way for ever; what it only cannot take now waits.
      const isKept = status === 200 || (status === 409 && next > slice.slice);
      const isRefused = [404, 413, 415].includes(status) || (status === 409 && next < slice.slice);
      if (isRefused) refused(title ?? "");
      else if (!isKept) return false;
      await forget([slice]);
      told((left -= 1));
    } catch {
      return false;
    }
  }
  return true;
}
