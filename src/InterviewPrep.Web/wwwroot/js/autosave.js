// The autosave of the practice form: ties a Writer to the fields, the line that says what is saved, and the page's comings and goings.
import * as device from "./device.js";
import { startConflict } from "./conflict.js";
import { flush } from "./flush.js";
import { newId } from "./ids.js";
import { send } from "./sending.js";
import { known } from "./session.js";
import { clockTime, now } from "./time.js";
import { newRecord, recover, same } from "./records.js";
import { Writer } from "./writer.js";

const here = (writer) => (writer.deviceKeeps ? "内容在本机" : "内容只在这一页，先别关");

const lines = {
  saved: (writer) => (writer.record.savedAt ? `已保存 ${clockTime(writer.record.savedAt)}` : ""),
  saving: () => "正在保存",
  offline: (writer) => `未保存（网络不通，${here(writer)}）`,
  server: (writer) => `未保存（服务器出错，${here(writer)}）`,
  conflict: () => "未保存：这份作答在别处也改过，请看下面的两份",
  refused: (writer) => `未保存：${writer.reason || "服务器没有收下"}`,
  gone: (writer) => `未保存：服务器上没有这份作答（${here(writer)}）`,
  stranger: (writer) => `未保存：登录已过期或换了人（${here(writer)}），登录后会自动保存`,
};

/**
 * Saves the fields of a practice form as one types, on the device first.
 * @param actions written: called when the fields were filled; finishing: called when the answer is handed in.
 */
export async function startAutosave(form, fields, { written, finishing }) {
  const read = () => Object.fromEntries(fields.map((field) => [field.dataset.stage, field.value]));
  // What the server wrote, not what stands there: somebody may have typed before this script was there.
  const page = readPage(form, Object.fromEntries(fields.map((field) => [field.dataset.stage, field.defaultValue])));
  const record = newRecord({ ...page.record, writer: newId(), base: page.base, savedAt: page.savedAt, sections: page.sections, acked: !page.unsaved });
  let composing = false;
  let touched = false;

  const writer = new Writer({ record, keep: device.write, send, now, changed: show });
  const conflict = startConflict(form, fields, writer, { fill, flush });
  device.stayAlive(record.writer);

  function fill(sections) {
    for (const field of fields) if (field.value !== (sections[field.dataset.stage] ?? "")) field.value = sections[field.dataset.stage] ?? "";
    written();
  }

  function show() {
    const { state } = writer;
    sayLine(form, state, lines[state](writer));
    form.dataset.revision = String(writer.record.base);
    form.dataset.draftId = writer.record.key;
    form.elements.BaseRevision.value = String(writer.record.base);
    form.elements.Key.value = writer.record.key;
    form.querySelector("[data-gone]").hidden = state !== "gone";
    // Loaded again, the page must not begin yet another draft.
    if (!writer.record.acked && new URLSearchParams(location.search).has("fresh")) history.replaceState(null, "", `?local=${writer.record.draft}`);
    conflict.show();
  }

  for (const field of fields) {
    field.addEventListener("compositionstart", () => {
      composing = touched = true;
      writer.hold();
    });
    const settle = () => {
      if (!composing) return;
      composing = false;
      writer.edit(read());
      writer.release();
    };
    field.addEventListener("compositionend", settle);
    field.addEventListener("blur", settle); // some keyboards never say that a composition has ended
    field.addEventListener("input", (event) => {
      touched = true;
      if (event.isComposing) return;
      settle();
      writer.edit(read());
    });
  }
  const part = () => {
    writer.edit(read());
    if (!writer.record.acked) writer.store();
    if (!composing) writer.save({ leaving: true });
  };
  document.addEventListener("visibilitychange", () => (document.visibilityState === "hidden" ? part() : writer.wake().then(look)));
  document.addEventListener("freeze", () => writer.store());
  addEventListener("pagehide", part);
  addEventListener("online", () => writer.wake());
  addEventListener("beforeunload", (event) => {
    if (!writer.deviceKeeps && !writer.record.acked) event.preventDefault();
  });
  startButtons(form, writer, finishing);

  if (!same(read(), page.sections)) {
    touched = true;
    writer.edit(read());
  }
  await takeUp();
  return writer;

  // What this device still has of the draft. The fields are filled only while nobody has touched them.
  async function takeUp() {
    try {
      const { start, replaces, acknowledged } = await choose(page, record);
      if (!touched && same(read(), page.sections)) {
        Object.assign(record, start);
        writer.restart(acknowledged);
        if (start.sections) {
          fill(record.sections);
          show();
          await device.write(record, true, replaces);
        } else if (replaces.length > 0) await device.remove(replaces);
      }
    } catch {
      writer.deviceKeeps = false; // no store in this browser: a private window, a full disk
    }
    form.querySelector("[data-plain-conflict]")?.remove();
    show();
    await flush();
    await writer.wake();
    if (navigator.serviceWorker?.controller) await look(); // the page may have come from this device, and be old
  }

  // Somebody who comes back to a page that lies open should see what was written elsewhere before they go on.
  async function look() {
    if (!record.acked || record.base === 0) return;
    const response = await fetch(`/api/drafts/${record.draft}`).catch(() => null);
    if (!response?.ok) return;
    const stored = await response.json();
    if (record.acked && stored.revision > record.base) conflict.offer(stored);
  }
}

function readPage(form, sections) {
  const { draftId, revision, question, title, number, savedAt, unsaved } = form.dataset;
  const { owner, signedIn } = known();
  return {
    sections, base: Number(revision), savedAt: savedAt || null, unsaved: unsaved === "true",
    record: { draft: draftId.split("~").at(-1), key: draftId, owner, anonymous: !signedIn, slug: question, title, question: Number(number) },
  };
}

async function choose(page, record) {
  const isClosed = await device.closedPages(Infinity);
  const records = (await device.all()).filter((r) => r.owner === record.owner && r.slug === record.slug && !r.decided && isClosed(r));
  const ofPage = records.filter((r) => r.draft === record.draft);
  const query = new URLSearchParams(location.search);
  if (query.has("fresh")) {
    const begunBefore = page.base === 0 && ofPage.length > 0; // the page came from the offline store, and its draft has been begun
    return begunBefore ? { start: renamed(record.slug), replaces: [] } : recover(page, ofPage);
  }
  // A draft that this device has and the page does not: begun without a network, or gone on with in a page for a new one.
  const begun = records.filter((r) => !r.acked && r.base === 0).sort((a, b) => b.at - a.at)[0];
  const wanted = query.get("local") ?? (page.base === 0 && ofPage.length === 0 ? begun?.draft : undefined);
  const others = records.filter((r) => r.draft === wanted && r.draft !== record.draft);
  if (others.length === 0) return recover(page, ofPage);
  const { draft, key, question } = others[0];
  const found = recover({ ...page, base: -1, sections: {} }, others);
  return { ...found, start: { ...found.start, draft, key, question } };
}

function renamed(slug) {
  const draft = newId();
  return { draft, key: `${slug}~${draft}` };
}

// The line is seen all the time, and spoken only when the kind of news changes.
function sayLine(form, state, text) {
  for (const line of form.querySelectorAll("[data-save-line], [data-save-mirror]")) {
    if (line.textContent !== text) line.textContent = text;
    line.classList.toggle("bad", state !== "saved" && state !== "saving");
  }
  const spoken = form.querySelector("[data-save-spoken]");
  if (state === "saving" || spoken.dataset.state === state) return;
  if (spoken.dataset.state !== undefined || state !== "saved") spoken.textContent = text;
  spoken.dataset.state = state;
}

// "保存" saves without leaving the page; every other button leaves, and only with everything saved; the history shows what is saved.
function startButtons(form, writer, finishing) {
  form.querySelector("[data-save-as-new]").addEventListener("click", () => writer.saveAsNew(newId()));
  form.querySelector("[data-history]")?.addEventListener("click", async (event) => {
    event.preventDefault();
    await writer.save();
    location.assign(`/drafts/${writer.record.draft}/history`);
  });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const action = event.submitter?.value || "save";
    await writer.save();
    if (action === "save" || !writer.record.acked) return;
    finishing();
    form.append(Object.assign(document.createElement("input"), { type: "hidden", name: event.submitter?.name || "action", value: action }));
    // Going back after handing in shows this answer, not an empty form that begins another.
    history.replaceState(null, "", `?draft=${writer.record.draft}`);
    form.submit();
  });
}
