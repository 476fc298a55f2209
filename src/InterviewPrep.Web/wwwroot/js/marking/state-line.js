import * as saving from "./saving.js";

// The line that says how the last save went, and the alerts of saves that were refused.
let last = null;

/**
 * @param form The form that stands in the page.
 * @param state What saving.js tells of a save, or a text and whether it is bad.
 */
export function show(form, state) {
  const { text, name, bad = false, total, unscored, id, isStopped } = state;
  last = state;
  const line = form.querySelector("[data-save-line]");
  line.textContent = name && name !== form.dataset.name ? `${name}：${text}` : text;
  line.classList.toggle("bad", bad);
  if (isStopped || (isStopped === false && name !== form.dataset.name)) warn(`${name} ${text}`, id);
  const row = id && form.querySelector(`[data-row="${id}"] [data-row-total]`);
  if (row && total !== undefined && total !== null) row.textContent = String(total);
  else if (row && unscored > 0) row.textContent = `还差 ${unscored} 项`;
}

/** Says on another form what was said last, where it was bad news. */
export function repeat(form) {
  if (last?.bad) show(form, last);
}

// A refused save stays in sight until somebody has looked at it, wherever the form has gone meanwhile.
function warn(text, id) {
  const note = Object.assign(document.createElement("p"), { className: "problem", textContent: `${text} ` });
  const button = Object.assign(document.createElement("button"), { type: "button", className: "btn", textContent: "看两份" });
  button.addEventListener("click", () => saving.showBoth(id));
  note.append(button);
  note.dataset.refused = id;
  // The same answer refused again is told once.
  document.querySelector(`#marking-alerts [data-refused="${id}"]`)?.remove();
  document.getElementById("marking-alerts").append(note);
}
