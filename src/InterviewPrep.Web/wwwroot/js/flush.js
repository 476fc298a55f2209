// Sends what this device has of one's writing and nobody has acknowledged: on every load, and when the network comes back.
import * as device from "./device.js";
import { send } from "./sending.js";
import { known, ready } from "./session.js";
import { now } from "./time.js";
import { settle } from "./records.js";

const mine = (record, session) => !record.gone && (record.owner === session.owner || (record.anonymous && session.signedIn && record.base > 0));

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
  const records = await device.all();
  const waiting = records.filter((record) => !record.acked).sort((a, b) => a.at - b.at);
  await forget(records);
  if (waiting.length === 0) return 0;
  const isClosed = await device.closedPages(now());
  const session = known().owner ? known() : await ready();
  let left = 0;
  for (const record of waiting.filter((r) => mine(r, session) && isClosed(r))) left += (await settle(record, { keep: device.write, drop: device.remove, send })) ? 0 : 1;
  return left;
}

// What the server has of other people need not stay on a device that somebody else uses now.
async function forget(records) {
  const { owner } = known();
  const others = records.filter((record) => record.acked && owner !== "" && record.owner !== owner);
  if (others.length > 0) await device.remove(others.map((record) => record.writer));
}
