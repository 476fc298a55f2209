// The keys of the marking form: digits score, letters act, arrows move. None fires while somebody types or composes.
import { isComposing } from "../text.js";
import * as answer from "./answer.js";
import * as scores from "./scores.js";

const switchKey = "marking-single-keys";
const singleKeys = () => localStorage.getItem(switchKey) !== "off";

/** True for an element that takes text, where keys are letters. */
const isField = (target) => target.matches?.("input:not([type=radio], [type=checkbox], [type=hidden]), textarea, select, [contenteditable]");

/**
 * Listens for keys.
 * @param form Gives the form that stands in the page now.
 * @returns What tells a field from other elements.
 */
export function startKeyboard({ shown, actions, edit, follow, goNext }) {
  const keys = {
    s: actions.sentence,
    m: actions.comment,
    "/": actions.bank,
    "?": actions.keys,
    "？": actions.keys,
    h: () => scores.band("Good"),
    z: () => scores.band("Fair"),
    c: () => scores.band("Poor"),
    r: () => edit(shown().elements["Input.Remark"]),
    b: () => edit(shown().elements["Input.Note"]),
    p: () => edit(shown().elements["Input.Pile"]),
    t: actions.giveBack,
    ArrowUp: () => (answer.inSentences() ? answer.step(-1) : scores.step(-1)),
    ArrowDown: () => (answer.inSentences() ? answer.step(1) : scores.step(1)),
    ArrowLeft: () => follow("prev"),
    ArrowRight: () => follow("next"),
    Backspace: () => (answer.inSentences() ? answer.stamp(0) : scores.erase()),
    Escape: answer.leaveSentences,
  };

  document.addEventListener("keydown", (event) => {
    if (isComposing(event) || document.querySelector("dialog[open]")) return;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !event.altKey) {
      event.preventDefault();
      if (!event.repeat) goNext();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (isField(event.target)) {
      if (event.key === "Escape") {
        event.target.blur();
        shown().querySelector("[data-heading]").focus({ preventScroll: true });
      }
      return;
    }
    if (!singleKeys()) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    // Arrows scroll a table and switch radios as they always do where one has the focus.
    if (key.startsWith("Arrow") && event.target.matches("[type=radio], [tabindex='0']")) return;
    const deed = /^[0-9.]$/.test(key) ? () => (answer.inSentences() ? key !== "." && answer.stamp(Number(key)) : scores.digit(key)) : keys[key];
    if (deed) {
      event.preventDefault();
      deed();
    } else if (key === "Enter" && event.target.matches("body, [data-heading]")) scores.step(1);
  });

  const box = document.querySelector("[data-single-keys]");
  box.checked = singleKeys();
  box.addEventListener("change", () => localStorage.setItem(switchKey, box.checked ? "on" : "off"));
  return isField;
}
