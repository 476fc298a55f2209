// The autosave of the practice form. The line says only what is known: saved, saving, not saved and why.
const quiet = 1200; // milliseconds without typing before a save
const retry = 5000; // milliseconds before another try after a failure

/** Saves the fields of a practice form as one types. */
export function startAutosave(form, fields) {
  const line = form.querySelector("[data-save-line]");
  const token = form.querySelector("input[name=__RequestVerificationToken]").value;
  const base = form.querySelector("input[name=BaseRevision]");
  const read = () => Object.fromEntries(fields.map((f) => [f.dataset.stage, f.value]));
  const same = (a, b) => Object.keys(a).every((k) => a[k] === b[k]);
  let saved = read();
  let saving = false;
  let stopped = false;
  let composing = false;
  let timer = 0;

  function say(text, bad = false) {
    if (line.textContent !== text) line.textContent = text;
    line.classList.toggle("bad", bad);
  }

  function schedule(wait) {
    clearTimeout(timer);
    timer = setTimeout(save, wait);
  }

  async function save() {
    const sections = read();
    if (saving || stopped || composing || same(sections, saved)) return;
    saving = true;
    say("正在保存");
    try {
      const response = await fetch(`/api/drafts/${encodeURIComponent(form.dataset.draftId)}`, {
        method: "PUT",
        headers: { "Content-Type": "application/json", RequestVerificationToken: token },
        body: JSON.stringify({ baseRevision: Number(base.value), sections }),
        keepalive: true,
      });
      if (response.ok) accept(await response.json(), sections);
      else await refuse(response);
    } catch {
      say("未保存（网络不通，内容在本页）", true);
      schedule(retry);
    } finally {
      saving = false;
    }
    if (!same(read(), saved) && !stopped) schedule(quiet);
  }

  function accept(answer, sections) {
    saved = sections;
    base.value = form.dataset.revision = String(answer.revision);
    const at = new Date(answer.savedAt);
    say(`已保存 ${String(at.getHours()).padStart(2, "0")}:${String(at.getMinutes()).padStart(2, "0")}`);
  }

  async function refuse(response) {
    if (response.status >= 500) {
      say("未保存（服务器出错，内容在本页）", true);
      return schedule(retry);
    }
    stopped = true;
    const title = (await response.json().catch(() => ({}))).title;
    say(response.status === 409 ? "未保存：这份作答在别处改过，请点「保存」看两份" : `未保存：${title ?? "请点「保存」再试"}`, true);
  }

  for (const field of fields) {
    field.addEventListener("compositionstart", () => (composing = true));
    field.addEventListener("compositionend", () => {
      composing = false;
      schedule(quiet);
    });
    field.addEventListener("input", () => composing || schedule(quiet));
  }
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && save());
  addEventListener("online", () => save());
  addEventListener("beforeunload", (event) => {
    if (!same(read(), saved)) event.preventDefault();
  });
  form.addEventListener("submit", () => (saved = read()));
}
