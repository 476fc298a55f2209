// What every page does: sends what this device still has, keeps key handlers away from input methods, and looks after offline use.
import { flush } from "./flush.js";
import { startOffline } from "./offline.js";
import { refresh } from "./session.js";
import { isComposing } from "./text.js";
import { hasLearned } from "./time.js";

// No key handler of any page acts while an input method composes: its Enter picks a word, it does not send a form.
for (const kind of ["keydown", "keyup", "keypress"]) addEventListener(kind, (event) => isComposing(event) && event.stopImmediatePropagation(), { capture: true });

const hasEditor = document.querySelector("form[data-draft-id]") !== null; // it sends in its own order
if (!hasEditor) flush();
addEventListener("online", () => flush());
if (!hasLearned()) refresh().catch(() => {});
startOffline();
