import "./background.js"; // One bundle, so that all of this page share one clock and one token.
import { startAutosave } from "./autosave.js";
import { endRound, startClock } from "./clock.js";
import { countZi, seconds } from "./text.js";

const form = document.querySelector("form[data-draft-id]");
const fields = [...form.querySelectorAll("textarea[data-stage]")];
const pace = Number(form.dataset.pace);
const canGrow = CSS.supports("field-sizing", "content");

function showCounts() {
  let total = 0;
  for (const field of fields) {
    const zi = countZi(field.value);
    total += zi;
    form.querySelector(`[data-count-for="${field.dataset.stage}"]`).textContent = `${zi} 字 · 约 ${seconds(zi, pace)} 秒`;
  }
  form.querySelector("[data-total]").textContent = `共 ${total} 字 · 约 ${seconds(total, pace)} 秒`;
}

function grow(field) {
  if (canGrow) return;
  field.rows = Math.max(3, field.value.split("\n").length + Math.ceil(field.value.length / 28));
}

function written() {
  fields.forEach(grow);
  showCounts();
}

for (const field of fields) {
  field.addEventListener("input", (event) => {
    grow(field);
    if (!event.isComposing) showCounts();
  });
  field.addEventListener("compositionend", showCounts);
}
written();
const saving = startAutosave(form, fields, { written, finishing: endRound });
startClock(form.querySelector("[data-clock-card]"), { question: form.dataset.question, begin: async () => (await saving).begin() });
