// What every page does. Light on purpose: a first visit on a bus loads this and one sheet of style, and the rest only when it has work to do.

// No key handler of any page acts while an input method composes: its Enter picks a word, it does not send a form.
for (const kind of ["keydown", "keyup", "keypress"]) {
  addEventListener(kind, (event) => (event.isComposing || event.keyCode === 229) && event.stopImmediatePropagation(), { capture: true });
}
// Who has no name here yet has nothing on this device that could be waiting.
// The page of a draft brings it along in its own bundle.
if (document.body.dataset.owner && !document.querySelector("form[data-draft-id]")) import("./background.js");
if (document.querySelectorAll("main form").length > 1) import("./typed.js");
addEventListener("load", () => import("./offline.js").then(({ startOffline }) => startOffline()));

// On a phone the main navigation is one row that scrolls: where one is must be in sight.
const here = document.querySelector(".top nav [aria-current]");
if (here) here.parentElement.scrollLeft = here.offsetLeft + here.offsetWidth - here.parentElement.clientWidth;
