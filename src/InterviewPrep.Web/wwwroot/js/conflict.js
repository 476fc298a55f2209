// The two texts of a conflict, side by side by sentence, below the fields: writing goes on while they are looked at.
import { newId } from "./ids.js";
import { compare } from "./sentences.js";
import { clockTime } from "./time.js";
import { same } from "./records.js";

const names = { "=": "两处都有", "-": "只在另一处", "+": "只在这里" };

function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

/**
 * @param actions fill: puts an answer into the fields; flush: sends what the device still has.
 */
export function startConflict(form, fields, writer, { fill, flush }) {
  const section = form.querySelector("[data-conflict]");
  const intro = section.querySelector("[data-conflict-intro]");
  const body = section.querySelector("[data-conflict-body]");
  const notice = form.querySelector("[data-newer]");
  let shown = null; // the stored text and the fields as they were drawn

  section.querySelector("[data-use-mine]").addEventListener("click", () => writer.useMine());
  section.querySelector("[data-use-theirs]").addEventListener("click", async () => {
    const { conflict } = writer.record;
    if (!conflict) return;
    fill(conflict.sections);
    await writer.useTheirs(newId());
    await flush();
  });
  function draw() {
    const { conflict, at } = writer.record;
    const newer = Date.parse(conflict.savedAt) > at ? "另一处较新" : "这里较新";
    intro.textContent = `${newer}：另一处 ${clockTime(conflict.savedAt)} 保存，这里 ${clockTime(at)} 写的。${conflict.warning ?? ""}`;
    const focused = section.contains(document.activeElement) ? document.activeElement.dataset.sentence : undefined;
    body.replaceChildren(...fields.flatMap(drawStage));
    if (focused) (body.querySelector("button") ?? section.querySelector("[data-use-mine]")).focus();
  }

  function drawStage(field) {
    const theirs = writer.record.conflict.sections[field.dataset.stage] ?? "";
    const changes = compare(theirs, field.value);
    if (changes.every(([change]) => change === "=")) return [];
    const title = element("h3", { className: "small", textContent: field.labels[0].textContent });
    const rows = changes.map(([change, sentence], i) => drawSentence(field, changes, change, sentence, i));
    return [title, element("ul", { className: "sentences" }, ...rows)];
  }

  function drawSentence(field, changes, change, sentence, i) {
    const row = element("li", { className: { "=": "both", "-": "there", "+": "here" }[change] }, element("span", { className: "small", textContent: names[change] }), element("span", { className: "plain", textContent: sentence }));
    if (change !== "-") return row;
    const add = element("button", { type: "button", className: "btn", textContent: "补到这里" });
    add.dataset.sentence = sentence;
    add.setAttribute("aria-label", `补到这里：${sentence}`);
    add.addEventListener("click", () => {
      insert(field, changes.slice(0, i).findLast(([m]) => m !== "-")?.[1], sentence);
      draw();
    });
    row.append(add);
    return row;
  }

  // The learner asked for it, so the field may be written: after the sentence that it follows in the other text.
  function insert(field, after, sentence) {
    const found = after ? field.value.indexOf(after) : -1;
    const at = after ? (found < 0 ? field.value.length : found + after.length) : 0;
    field.setRangeText(sentence, at, at, "preserve");
    field.dispatchEvent(new Event("input"));
  }

  return {
    /** Shows the conflict while there is one. What somebody is about to press is not redrawn for what was typed meanwhile. */
    show() {
      const { conflict, sections } = writer.record;
      section.hidden = !conflict;
      if (!conflict) return (shown = null);
      notice.hidden = true;
      const inUse = section.matches(":hover") || section.contains(document.activeElement);
      if (shown?.conflict === conflict.revision && (inUse || same(shown.sections, sections))) return;
      shown = { conflict: conflict.revision, sections };
      draw();
    },
    /** Tells of newer text elsewhere while nothing is unsaved here. */
    offer(stored) {
      notice.hidden = false;
      notice.querySelector("[data-newer-at]").textContent = clockTime(stored.savedAt);
      notice.querySelector("button").onclick = () => {
        notice.hidden = true;
        if (!writer.record.acked) return;
        fill(stored.sections);
        writer.renew(stored);
      };
    },
  };
}
