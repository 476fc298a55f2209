// Saves marks in the background, one after another for each answer, also after the form has moved on.
// The line says only what is known.
import { clockTime } from "../time.js";

const retry = 4000; // milliseconds before another try after a failure

const records = new Map(); // what each answer's last save carried and what stands in the store
const waiting = new Map(); // answers with something that is not in the store yet
let say = () => {};
let timer = 0;

export const onState = (listener) => (say = listener);

/** The fields of a form as they stand, without token and revision. */
export function read(form) {
  const data = new URLSearchParams(new FormData(form));
  data.delete("__RequestVerificationToken");
  data.delete("Input.BaseRevision");
  for (const key of [...data.keys()]) if (/^(Input\.New|GiveBack)\./.test(key)) data.delete(key);
  return data.toString();
}

/** Takes what stands in a fresh form as saved. */
export function register(form) {
  records.set(form.dataset.id, {
    form,
    saved: read(form),
    revision: Number(form.elements["Input.BaseRevision"].value),
    token: form.elements.__RequestVerificationToken.value,
    address: form.dataset.address,
    name: form.dataset.name,
  });
}

export const revisionOf = (id) => records.get(id)?.revision;
export const isWaiting = (id) => waiting.has(id);
export const isStopped = (id) => records.get(id)?.stopped === true;
export const isDirty = (form) => records.get(form.dataset.id)?.saved !== read(form);

/** Saves a form if something changed. */
export function save(form) {
  const record = records.get(form.dataset.id);
  const now = read(form);
  if (!record || (now === record.saved && !waiting.has(form.dataset.id))) return;
  if (record.stopped) return;
  waiting.set(form.dataset.id, now);
  if (!record.running) run(form.dataset.id, record);
}

async function run(id, record) {
  record.running = true;
  clearTimeout(timer);
  while (waiting.has(id) && !record.stopped) {
    const sent = waiting.get(id);
    tell("正在保存", record);
    try {
      const response = await fetch(record.address, {
        method: "POST",
        headers: { Accept: "application/json", "Content-Type": "application/x-www-form-urlencoded", RequestVerificationToken: record.token },
        body: `${sent}&Input.BaseRevision=${record.revision}`,
        keepalive: true,
        redirect: "error",
      });
      if (response.status >= 500) throw new Error("server");
      const answer = await response.json().catch(() => ({}));
      if (!response.ok) {
        // After a conflict nothing more is sent until both versions were looked at; what was only wrong can be mended and sent again.
        record.stopped = response.status !== 422;
        record.refused = sent;
        waiting.delete(id);
        say({ text: `未保存：${answer.problem ?? answer.title ?? "请刷新再试"}`, name: record.name, bad: true, id, isStopped: record.stopped });
        break;
      }
      record.refused = null;
      record.saved = sent;
      record.revision = answer.revision;
      record.form.elements["Input.BaseRevision"].value = String(answer.revision);
      if (waiting.get(id) === sent) waiting.delete(id);
      tell(`已保存 ${clockTime(answer.savedAt)}`, record, answer, id);
    } catch (error) {
      say({ text: error.message === "server" ? "未保存（服务器出错，内容在本页，会自动再试）" : "未保存（网络不通，内容在本页，会自动再试）", name: record.name, bad: true, id });
      timer = setTimeout(again, retry);
      break;
    }
  }
  record.running = false;
}

function tell(text, record, answer, id) {
  say({ text, name: record.name, total: answer?.total, unscored: answer?.unscored, id, left: waiting.size });
}

/** Until nothing waits, or something cannot be saved for now. */
export async function settled() {
  while (waiting.size > 0 && [...waiting.keys()].some((id) => records.get(id).running)) await new Promise((then) => setTimeout(then, 20));
}

/** Drops what is known of an answer that is in the store. */
export function forget(id) {
  const record = records.get(id);
  if (waiting.has(id) || record?.refused) return false;
  return records.delete(id);
}

export function again() {
  for (const id of waiting.keys()) {
    const record = records.get(id);
    if (!record.running) run(id, record);
  }
}

/** Opens an answer that was refused with what was typed, as the plain form would have sent it: the page shows both. */
export function showBoth(id) {
  const record = records.get(id);
  const form = document.createElement("form");
  form.method = "post";
  form.action = record.address;
  form.hidden = true;
  const fields = [...new URLSearchParams(record.refused), ["Input.BaseRevision", String(record.revision)], ["__RequestVerificationToken", record.token], ["go", "stay"]];
  for (const [name, value] of fields) {
    const field = document.createElement("input");
    [field.type, field.name, field.value] = ["hidden", name, value];
    form.append(field);
  }
  document.body.append(form);
  waiting.clear();
  form.submit();
}

addEventListener("online", again);
addEventListener("beforeunload", (event) => {
  const form = document.getElementById("marking-form");
  if (waiting.size > 0 || (form && !form.dataset.unsaved && !records.get(form.dataset.id)?.stopped && isDirty(form))) {
    if (form && !form.dataset.unsaved) save(form);
    event.preventDefault();
  }
});
