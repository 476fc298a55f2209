// Missed points: keys for the grades and for undo, and forty seconds that only advise.
import { countDown, face } from "./countdown.js";
import { now } from "./time.js";

const advised = 40_000; // milliseconds

document.addEventListener("keydown", (e) => {
  if (e.ctrlKey || e.metaKey || e.altKey || e.repeat || e.target.closest("input, textarea, select")) return;
  const button = document.querySelector(`[data-recall-key="${CSS.escape(e.key.toLowerCase())}"]`);
  if (!button) return;
  e.preventDefault();
  button.click();
});

const timer = document.querySelector("[data-recall-timer]");
if (timer) {
  timer.hidden = false;
  countDown({ end: now() + advised, show: (left) => (timer.textContent = face(Math.max(0, left))), speak: () => {} });
}

// Keys are listened for from here on.
document.documentElement.classList.add("js");
