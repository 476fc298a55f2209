// The list of drafts, as far as it is on this device only: what waits for the network, and what a visitor left behind.
import { remove, write } from "./device.js";
import { newId } from "./ids.js";
import { flush, unsent } from "./flush.js";
import { known } from "./session.js";
import { clockTime } from "./time.js";

const section = document.querySelector("[data-on-device]");
const list = section.querySelector("[data-on-device-list]");

function button(text, action) {
  const made = Object.assign(document.createElement("button"), { type: "button", className: "btn", textContent: text });
  made.addEventListener("click", action);
  return made;
}

function row(record) {
  const item = document.createElement("li");
  item.className = "card";
  const title = Object.assign(document.createElement("h3"), { textContent: record.title });
  const text = Object.assign(document.createElement("p"), { className: "clip muted", textContent: Object.values(record.sections).join(" ") });
  const at = Object.assign(document.createElement("p"), { className: "small muted", textContent: `${clockTime(record.at)} 写的，${record.conflict ? "和服务器上的不一样，要您看一下" : "内容在本机"}` });
  const actions = document.createElement("div");
  actions.className = "row";
  if (record.owner === known().owner && !record.gone) {
    const query = record.base > 0 ? `draft=${record.draft}` : `local=${record.draft}`;
    actions.append(Object.assign(document.createElement("a"), { className: "btn", textContent: "接着写", href: `/practice/${record.slug}?${query}` }));
  } else actions.append(button("存进我的作答", () => adopt(record)), button("不要了", () => drop(record)));
  item.append(title, text, at, actions);
  return item;
}

// A draft that the server does not have, or a visitor whom it no longer knows: it becomes a new draft of whoever takes it.
async function adopt(record) {
  const draft = newId();
  await write({ ...record, draft, key: `${record.slug}~${draft}`, owner: known().owner, anonymous: !known().signedIn, base: 0, sent: [], conflict: null, gone: false, savedAt: null }, true);
  await flush();
  location.reload();
}

async function drop(record) {
  if (!confirm(`「${record.title}」还没有存到服务器，删了就找不回来。删掉吗？`)) return;
  await remove([record.writer]);
  await show();
}

async function show() {
  // An account's words are shown to nobody else; a visitor's belong to whoever has the device.
  const records = (await unsent()).filter((record) => !record.decided && (record.owner === known().owner || record.anonymous));
  list.replaceChildren(...records.map(row));
  section.hidden = records.length === 0;
}

await flush();
await show();
