// Who the page is for, and the token without which the server takes nothing from a script.
import { learnTime } from "./time.js";

const { owner, account } = document.body.dataset;
const field = document.querySelector("input[name=__RequestVerificationToken]");

let session = { owner: owner ?? "", signedIn: account === "true", token: field?.value ?? "" };

/** What is known now, without asking. */
export const known = () => session;

/** Asks the server who one is. Throws where there is no network. */
export async function refresh() {
  const response = await fetch("/api/session", { cache: "no-store", signal: AbortSignal.timeout(15_000) });
  if (!response.ok) throw new Error(`session: ${response.status}`);
  session = await response.json();
  learnTime(session.now);
  return session;
}

/** What is known, asking only where there is no token yet. */
export const ready = async () => (session.token ? session : refresh());
