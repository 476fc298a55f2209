// What is written in a sitting: kept on the device until the server has it, then with the server.
import { now } from "../time.js";

const pause = 1_500; // milliseconds without a key before a save
const prefix = "sitting ";

const read = (name) => {
  try {
    return JSON.parse(localStorage.getItem(name));
  } catch {
    return null;
  }
};
const write = (name, value) => {
  try {
    if (value === null) localStorage.removeItem(name);
    else localStorage.setItem(name, JSON.stringify(value));
  } catch {
    // The words are on the page and go to the server; only a lost tab would lose them.
  }
};

/** Keeps the fields of a form. */
export function keepWriting(form, line) {
  const sitting = location.pathname;
  const name = `${prefix}${sitting} ${form.elements.Question.value}`;
  const fields = [form.elements.Notes, form.elements.Text].filter(Boolean);
  const taken = () => Object.fromEntries(fields.map((f) => [f.name, f.value]));
  let acknowledged = JSON.stringify(taken());
  let timer, sending = null, isHeld = false;

  async function post(words) {
    const body = new URLSearchParams({ ...words, __RequestVerificationToken: form.elements.__RequestVerificationToken.value });
    const response = await fetch(`${sitting}?handler=Save`, { method: "POST", body });
    return response.ok ? response.json() : null;
  }

  async function send() {
    const words = taken();
    const text = JSON.stringify(words);
    const isNew = text !== acknowledged;
    try {
      const answer = await post({ ...(isNew ? words : {}), Question: form.elements.Question.value, Revision: form.elements.Revision.value, Step: form.dataset.step, At: new Date(now()).toISOString() });
      if (!answer) return null;
      if (isNew && answer.kept) {
        acknowledged = text;
        form.elements.Revision.value = answer.revision ?? 0;
        if (JSON.stringify(taken()) === text) write(name, null);
        line("已保存");
      }
      return answer;
    } catch {
      line(isNew ? "没有网络，写的先存在这台设备上，连上就送。" : "没有网络，钟照走。");
      return null;
    }
  }

  /** One save at a time; what the server says of the sitting, or null where it could not be asked. */
  const save = () => (isHeld ? Promise.resolve(null) : (sending ??= send().finally(() => (sending = null))));

  function typed() {
    write(name, { ...taken(), at: now() });
    clearTimeout(timer);
    timer = setTimeout(save, pause);
  }

  // What an earlier page could not bring: of this question into its fields, of others to the server.
  const kept = read(name);
  if (kept && fields.length > 0) {
    for (const field of fields) if (kept[field.name] !== undefined) field.value = kept[field.name];
    save();
  }
  for (const other of Object.keys(localStorage).filter((k) => k.startsWith(`${prefix}${sitting} `) && k !== name)) {
    const { at, ...words } = read(other) ?? {};
    post({ ...words, Question: other.split(" ").at(-1), Revision: "-1", Step: "0", At: new Date(at ?? 0).toISOString() })
      .then((answer) => answer?.kept && write(other, null) || (answer && !answer.kept && line("有几句话在时间到以后才送到，没有计入；它们还在这台设备上。")))
      .catch(() => {});
  }
  for (const field of fields) field.addEventListener("input", typed);

  return {
    save,
    /** A press brings the fields along. */
    hold: () => {
      isHeld = true;
      clearTimeout(timer);
    },
    sent: () => write(name, null),
    leave: () => clearTimeout(timer),
  };
}
