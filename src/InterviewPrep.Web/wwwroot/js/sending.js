// Sends one text to the server and says what became of it. Never throws: whatever happens, the caller has to go on.
import { known, ready, refresh } from "./session.js";
import { learnDate } from "./time.js";

const patience = 45_000; // milliseconds; longer than the server waits for its store, and enough for a long text on a slow line
const mostKeptAlive = 60_000; // browsers refuse more in a request that outlives its page

function put(record, session, leaving) {
  const body = JSON.stringify({
    baseRevision: record.base, sections: record.sections, begin: record.begin || undefined, question: record.question,
  });
  return fetch(`/api/drafts/${encodeURIComponent(record.key)}`, {
    method: "PUT",
    headers: { "Content-Type": "application/json", RequestVerificationToken: session.token, "X-Owner": record.owner },
    body,
    keepalive: leaving && new Blob([body]).size < mostKeptAlive,
    signal: leaving ? undefined : AbortSignal.timeout(patience),
  });
}

async function read(response) {
  learnDate(response);
  const answer = await response.json().catch(() => ({}));
  if (response.ok) return { kind: "saved", ...answer };
  switch (response.status) {
    case 409:
      return { ...answer, kind: "conflict" };
    case 404:
      return { kind: "gone" };
    case 401:
    case 403:
      return { kind: "stranger" };
    case 408:
    case 425:
    case 429:
      return { kind: "server" };
    default:
      return response.status >= 500 ? { kind: "server" } : { kind: "refused", title: answer.title, code: answer.code };
  }
}

/**
 * @param record What is sent; `owner` is whose it is.
 * @param leaving True where the page may go at any moment: the request is made at once.
 * @returns {{kind: "saved"|"conflict"|"offline"|"server"|"refused"|"gone"|"stranger"}} with what the server said.
 */
export async function send(record, leaving = false) {
  try {
    const session = known().token ? known() : await ready();
    let answer = await read(await put(record, session, leaving));
    if (answer.code !== "token" && answer.kind !== "stranger") return answer;
    const fresh = await refresh(); // the page is old, or somebody else is signed in by now
    // What a visitor wrote goes with the visitor into the account; an account's words go nowhere else.
    const owner = record.anonymous && fresh.signedIn ? fresh.owner : record.owner;
    if (fresh.owner !== owner) return { kind: "stranger" };
    answer = await read(await put({ ...record, owner }, fresh, leaving));
    return { ...answer, owner };
  } catch {
    return { kind: "offline" };
  }
}
