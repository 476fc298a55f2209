import { newId } from "../ids.js";

// The answer's text: sentences, stamps, and comments on stretches. Offsets are UTF-16 units into the stage's text.
let form;
let current = null; // the sentence that keys act on
let selected = null; // the stretch that was last selected

const text = (stage) => form.querySelector(`.answer-text[data-stage="${stage}"]`);
const sentences = () => [...form.querySelectorAll(".sentence")];
const line = (words) => (form.querySelector("[data-tool-line]").textContent = words);

export function open(shown) {
  form = shown;
  current?.classList.remove("at");
  [current, selected] = [null, null];
  form.querySelector("[data-tools]").hidden = false;
  form.querySelector("[data-stamps]").hidden = true;
  line("");
  for (const button of form.querySelectorAll("[data-remove]")) button.hidden = false;
}

export const inSentences = () => current !== null;

export function toggleSentences() {
  if (current) return leaveSentences();
  const first = sentences()[0];
  if (first) move(first);
  else line("这一份没有文字。");
}

export function leaveSentences() {
  current?.classList.remove("at");
  current = null;
  form.querySelector("[data-stamps]").hidden = true;
  line("");
}

export function step(by) {
  const all = sentences();
  const to = all[all.indexOf(current) + by];
  if (to) move(to);
}

function move(sentence) {
  current?.classList.remove("at");
  current = sentence;
  selected = null;
  current.classList.add("at");
  current.scrollIntoView({ block: "nearest" });
  form.querySelector("[data-stamps]").hidden = false;
  const all = sentences();
  line(`第 ${all.indexOf(current) + 1} / ${all.length} 句：${current.textContent.trim()}${current.dataset.stamp ? `（${current.dataset.stamp}）` : ""}`);
}

export function choose(target) {
  const sentence = target.closest?.(".sentence");
  if (sentence && current && getSelection().isCollapsed) move(sentence);
}

/** Stamps the sentence; the same digit again, or 0, takes the stamp away. */
export function stamp(digit) {
  if (!current) return;
  const name = form.querySelector(`[data-stamps] [data-stamp="${digit}"]`)?.dataset.stampName;
  if (name && current.dataset.digit !== String(digit)) [current.dataset.digit, current.dataset.stamp] = [String(digit), name];
  else {
    delete current.dataset.digit;
    delete current.dataset.stamp;
  }
  form.elements["Input.Stamps"].value = sentences()
    .filter((s) => s.dataset.digit)
    .map((s) => `${s.closest("[data-stage]").dataset.stage}:${s.dataset.start}:${s.dataset.length}:${s.dataset.digit}`)
    .join(" ");
  move(current);
  changed();
}

/** Remembers what is selected with the mouse, a finger or the keyboard. */
export function noteSelection() {
  const selection = getSelection();
  if (!form || selection.isCollapsed || selection.rangeCount === 0) return;
  const range = selection.getRangeAt(0);
  const box = (range.commonAncestorContainer.parentElement ?? range.commonAncestorContainer).closest?.(".answer-text") ?? range.commonAncestorContainer.closest?.(".answer-text");
  if (!box || !form.contains(box)) return;
  const before = document.createRange();
  before.selectNodeContents(box);
  before.setEnd(range.startContainer, range.startOffset);
  const [start, length] = [before.toString().length, range.toString().length];
  if (length === 0) return;
  selected = { stage: box.dataset.stage, start, length };
  line(`选中 ${length} 个字符，按 M 批注。`);
}

/** The stretch that a comment would be about. */
export function stretch() {
  if (selected) return selected;
  if (!current) return null;
  const all = current.textContent;
  const lead = all.length - all.trimStart().length;
  return { stage: current.closest("[data-stage]").dataset.stage, start: Number(current.dataset.start) + lead, length: all.trim().length };
}

/** Puts a comment on the stretch. */
export function comment(words = "") {
  const at = stretch();
  if (!at) {
    line("先选中一段文字，或按 S 选一句。");
    return null;
  }
  const box = text(at.stage);
  const area = put(words, { Stage: at.stage, Start: at.start, Length: at.length }, box.textContent.substr(at.start, at.length));
  mark(box, at.start, at.length, area.closest("[data-comment]").dataset.comment);
  selected = null;
  getSelection().removeAllRanges();
  return area;
}

/** Puts a comment into a list, that of its stage where none is named, and gives its text field back. */
export function put(words, place, about, list = place.Stage) {
  const id = newId();
  const item = document.getElementById("comment-template").content.firstElementChild.cloneNode(true);
  item.dataset.comment = id;
  const values = { ...place, Id: id, Text: words };
  for (const field of item.querySelectorAll("input, textarea")) {
    if (field.name.endsWith(".Index")) field.value = id;
    else {
      field.name = `Input.Comments[${id}].${field.dataset.field}`;
      field.value = values[field.dataset.field] ?? "";
    }
  }
  const quote = item.querySelector("[data-snapshot]");
  quote.textContent = about;
  quote.hidden = about === "";
  item.querySelector("[data-remove]").hidden = false;
  form.querySelector(`[data-comments="${list}"]`).append(item);
  changed();
  return item.querySelector("textarea");
}

export function remove(item) {
  for (const piece of form.querySelectorAll(`mark[data-for="${item.dataset.comment}"]`)) piece.replaceWith(...piece.childNodes);
  item.remove();
  changed();
}

function mark(box, start, length, id) {
  const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
  const pieces = [];
  for (let at = 0, node; (node = walker.nextNode()); at += node.data.length) {
    const [from, to] = [Math.max(start - at, 0), Math.min(start + length - at, node.data.length)];
    if (from < to) pieces.push([node, from, to]);
  }
  for (const [node, from, to] of pieces) {
    const middle = from > 0 ? node.splitText(from) : node;
    if (to - from < middle.data.length) middle.splitText(to - from);
    const piece = document.createElement("mark");
    piece.className = "commented";
    piece.dataset.for = id;
    middle.replaceWith(piece);
    piece.append(middle);
  }
}

const changed = () => form.dispatchEvent(new Event("change", { bubbles: true }));
