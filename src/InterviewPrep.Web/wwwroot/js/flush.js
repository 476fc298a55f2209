// Sends what this device has of one's writing and nobody has acknowledged: on every load, and when the network comes back.
import * as device from "./device.js";
import { send } from "./sending.js";
import { known, ready } from "./session.js";
import { now } from "./time.js";
import { same } from "./writer.js";

const mine = (record, session) => record.owner === session.owner || (record.anonymous && session.signedIn && record.base > 0);

/** What is on this device only, newest first, whoever it belongs to. */
export async function unsent() {
  return (await device.all()).filter((record) => !record.acked).sort((a, b) => b.at - a.at);
}

/** Sends the texts of closed pages. @returns how many of one's own are still unsent. */
export async function flush() {
  const run = () => flushNow().catch(() => 0);
  // One page at a time does this, where the browser can arrange it.
  return navigator.locks ? navigator.locks.request("flush", run) : run();
}

async function flushNow() {
  const waiting = await unsent();
  if (waiting.length === 0) return 0;
  const isClosed = await device.closedPages(now());
  const session = known().owner ? known() : await ready();
  let left = 0;
  for (const record of waiting.reverse().filter((r) => mine(r, session) && isClosed(r))) left += (await sendOne(record)) ? 0 : 1;
  return left;
}

async function sendOne(record) {
  if (record.conflict && !record.decided) return false; // waits for a person
  await device.write({ ...record, sent: [...record.sent, record.sections] }, true);
  let answer = await send(record);
  if (answer.kind === "conflict" && record.sent.some((text) => same(text, answer.sections))) {
    record.base = answer.revision; // one's own earlier text, whose answer was lost
    answer = await send(record);
  }
  if (answer.kind === "saved" || (answer.kind === "conflict" && record.decided)) {
    await device.write({ ...record, acked: true, sent: [], base: answer.revision, savedAt: answer.savedAt, owner: answer.owner ?? record.owner });
    if (record.decided) await device.remove([record.writer]);
    return true;
  }
  if (answer.kind === "conflict") {
    const { revision, savedAt, sections } = answer;
    await device.write({ ...record, sent: [], conflict: { revision, savedAt, sections }, owner: answer.owner ?? record.owner }, true);
  }
  return false;
}
