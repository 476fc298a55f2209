// Scores: digits go to the chosen element, bands stand for their middle.
let form;
let at = 0;
let went = null; // the element that a number has just been finished in: a point after it means that it was not
let typed = false; // false when the next digit begins a new number

const elements = () => [...form.querySelectorAll("[data-element]")];
const field = (element) => element.querySelector("input[data-points]");

export function open(shown) {
  form = shown;
  [typed, went] = [false, null];
  for (const button of form.querySelectorAll("button[data-band]")) button.hidden = false;
  at = Math.max(0, elements().findIndex((e) => field(e).value === ""));
  show();
}

export function step(by) {
  settle();
  went = null;
  at = Math.min(Math.max(at + by, 0), elements().length - 1);
  typed = false;
  show();
}

/** Chooses the element that was clicked or focused. */
export function choose(target) {
  const index = elements().indexOf(target.closest?.("[data-element]"));
  if (index < 0 || index === at) return;
  at = index;
  typed = false;
  show();
}

/** A digit or a point of a number; goes on to the next element where no longer number could be meant. */
export function digit(key) {
  if (key === "." && !typed && went !== null) [at, typed] = [went, true];
  went = null;
  const element = elements()[at];
  const value = (typed ? field(element).value : "") + key;
  if (!/^\d+(\.[05]?)?$/.test(value) || Number(value) > Number(element.dataset.most)) return;
  set(element, value);
  typed = true;
  const isWhole = !value.includes(".");
  if (isWhole ? value === "0" || Number(value) * 10 > Number(element.dataset.most) : !value.endsWith(".")) {
    const from = at;
    step(1);
    if (isWhole && value !== "0") went = from;
  }
}

export function erase() {
  const element = elements()[at];
  set(element, typed ? field(element).value.slice(0, -1) : "");
  typed = field(element).value !== "";
}

export function band(name) {
  const element = elements()[at];
  set(element, element.querySelector(`[data-band="${name}"]`).dataset.value);
  step(1);
}

/** A band that was pressed with the mouse. */
export function press(control) {
  choose(control);
  band(control.dataset.band);
}

function set(element, value) {
  field(element).value = value;
  element.dispatchEvent(new Event("change", { bubbles: true }));
}

// Points go in halves; a number that waits for its end is left alone.
export function settle() {
  for (const element of elements()) {
    const value = field(element).value;
    if (value.endsWith(".")) field(element).value = value.slice(0, -1);
  }
}

export function show() {
  let sum = 0;
  let open = 0;
  for (const [index, element] of elements().entries()) {
    const value = field(element).value.trim();
    const points = Number(value.normalize("NFKC"));
    element.classList.toggle("at", index === at);
    if (value === "") open++;
    else sum += points;
    const name = value === "" ? "" : points >= Number(element.dataset.good) ? "Good" : points >= Number(element.dataset.fair) ? "Fair" : "Poor";
    for (const control of element.querySelectorAll("[data-band]")) {
      if (control.type === "radio") control.checked = control.dataset.band === name;
      else control.setAttribute("aria-pressed", String(control.dataset.band === name));
    }
    const shown = element.querySelector("[data-shown]");
    if (shown) shown.textContent = value || "—";
  }
  if (open === 0) form.querySelector("[data-unscored]").hidden = true;
  form.querySelector("output[data-total]").textContent = open === 0 ? String(sum) : `${sum}（还差 ${open} 项）`;
  elements()[at]?.scrollIntoView({ block: "nearest" });
}

/** Says which elements were left out, once for each number of them. @returns true where that was said just now. */
export function tellUnscored() {
  const left = elements().filter((e) => field(e).value === "");
  const note = form.querySelector("[data-unscored]");
  if (left.length === 0 || left.length === elements().length || form.dataset.told === String(left.length)) return false;
  form.dataset.told = String(left.length);
  note.textContent = `已保存，还差 ${left.length} 项没打分：${left.map((e) => e.getAttribute("aria-label")).join("、")}。再按一次就先放下，列表里会写明还差几项。`;
  note.hidden = false;
  [at, typed, went] = [elements().indexOf(left[0]), false, null];
  show();
  return true;
}

export const isComplete = () => elements().every((e) => field(e).value !== "");
