import * as answer from "./answer.js";
import * as bank from "./bank.js";
import * as giveBack from "./give-back.js";
import { startKeyboard } from "./keyboard.js";
import { nextFree } from "./next-free.js";
import { fetchForm, ready, refresh } from "./pages.js";
import * as pins from "./pins.js";
import * as saving from "./saving.js";
import * as scores from "./scores.js";
import * as stateLine from "./state-line.js";

// The marking form. The next answer is fetched while this one is marked; going on only puts it in place, and saves behind.
const quiet = 1200; // milliseconds without a change before a save
const heartbeat = 60_000; // milliseconds between two words that the answer is still open
const mostLeft = 20; // forms that are kept to come back to

let form = document.getElementById("marking-form");
const left = new Map(); // forms that were left, by address, to come back to
const done = new Set(); // addresses of answers that were complete when they were left
let timer = 0;
const showState = (state) => stateLine.show(form, state);
document.documentElement.classList.add("js");
saving.onState(showState);
place(form, location.pathname + location.search);

/** Makes a form that stands in the page work. */
function place(shown, address) {
  form = shown;
  form.dataset.address ??= address;
  if (saving.revisionOf(form.dataset.id) === undefined || !left.has(address)) saving.register(form);
  scores.open(form);
  answer.open(form);
  pins.open(form, answer.put);
  if (scores.isComplete()) form.dataset.wasComplete = "true";
  prefetch();
}

async function prefetch() {
  const from = form;
  delete from.dataset.ready;
  delete from.dataset.nextFree;
  for (const key of ready.keys()) if (key !== from.dataset.next) ready.delete(key);
  const address = await nextFree(from, done);
  const later = from.querySelector("a[rel=next]")?.getAttribute("href");
  if (later && later !== address) fetchForm(later);
  if (form === from && address) from.dataset.nextFree = address;
  if (form === from && address !== undefined) from.dataset.ready = "true";
}

async function goNext() {
  scores.settle();
  if (form.dataset.unsaved) return form.requestSubmit(form.querySelector("button[name=go][value=next]"));
  save();
  if (scores.tellUnscored()) return;
  const from = form;
  const address = from.dataset.nextFree ?? (await nextFree(from, done));
  if (form !== from) return;
  if (address) return show(address);
  if (address === undefined) return showState({ text: "下一份取不来（网络不通），这一份还在", bad: true });
  // All is marked: to the list, once everything is in the store.
  await saving.settled();
  if (form === from && !saving.isStopped(from.dataset.id)) location.assign(from.dataset.queue);
}

/** Puts another answer in place. */
async function show(address, isBack = false) {
  const here = form;
  scores.settle();
  if (here.dataset.unsaved) return showState({ text: "这一份还没有定：先保存，或用已存的", bad: true });
  save();
  const kept = left.get(address);
  const shown = kept ?? (await fetchForm(address));
  if (form !== here) return;
  if (!shown) return location.assign(address);
  left.set(here.dataset.address, here);
  done[scores.isComplete() ? "add" : "delete"](here.dataset.address);
  for (const [key, old] of left) if (left.size > mostLeft && key !== address && saving.forget(old.dataset.id)) left.delete(key);
  ready.delete(address);
  here.replaceWith(shown);
  if (!isBack) history.pushState(null, "", address);
  document.title = document.title.replace(here.dataset.name, shown.dataset.name);
  place(shown, address);
  answer.leaveSentences();
  refresh(here, shown, done);
  scrollTo(0, 0);
  shown.querySelector("[data-heading]").focus({ preventScroll: true });
  stateLine.repeat(form);
  call(here.dataset.id, "let-go");
  claim();
}

// What was refused once is only sent again when somebody says so, by the plain form.
function save() {
  clearTimeout(timer);
  if (!form.dataset.unsaved) saving.save(form);
}

async function call(id, what) {
  const token = form.elements.__RequestVerificationToken.value;
  return fetch(`/api/marking/${id}/${what}`, { method: "POST", headers: { RequestVerificationToken: token }, keepalive: true }).catch(() => null);
}

/** Says that the answer is open here, and learns who else has it and whether it was changed since it was fetched. */
async function claim() {
  const here = form;
  const response = await call(here.dataset.id, "claim");
  if (!response?.ok || form !== here) return;
  const { by, revision } = await response.json();
  const note = here.querySelector("[data-open-by]");
  note.hidden = !by;
  note.textContent = by ? `${by} 正开着这一份。您可以看，也可以先批别的。` : "";
  if (revision > saving.revisionOf(here.dataset.id) && !saving.isWaiting(here.dataset.id)) {
    if (saving.isDirty(here)) return showState({ text: "别人刚存过这一份；您存的时候会看到两份", bad: true });
    ready.delete(here.dataset.address);
    left.delete(here.dataset.address);
    const fresh = await fetchForm(here.dataset.address);
    if (!fresh || form !== here || saving.isDirty(here)) return;
    ready.delete(here.dataset.address);
    here.replaceWith(fresh);
    place(fresh, here.dataset.address);
  }
}

setInterval(() => document.visibilityState === "visible" && claim(), heartbeat);
addEventListener("pagehide", () => {
  save();
  call(form.dataset.id, "let-go");
  const next = form.dataset.nextFree?.match(/marking\/([0-9a-f-]+)/)?.[1];
  if (next) call(next, "let-go");
});
addEventListener("popstate", () => show(location.pathname + location.search, true));

function edit(area) {
  if (!area) return;
  area.focus();
  area.scrollIntoView({ block: "nearest" });
}

const actions = {
  sentence: answer.toggleSentences,
  comment: () => edit(answer.comment()),
  bank: () => bank.openFor(form, edit),
  giveBack: () => edit(giveBack.open(form)),
  keys: () => document.getElementById("keys").showModal(),
};

function follow(rel) {
  const link = form.querySelector(`a[rel=${rel}]`);
  if (link) show(link.getAttribute("href"));
}

const isField = startKeyboard({ shown: () => form, actions, edit, follow, goNext });

function schedule() {
  clearTimeout(timer);
  timer = setTimeout(save, quiet);
}

document.addEventListener("change", (event) => {
  if (!form.contains(event.target)) return;
  scores.show();
  schedule();
});
document.addEventListener("input", (event) => {
  if (!form.contains(event.target) || event.isComposing) return;
  if (event.target.matches("[data-points]")) scores.show();
  schedule();
});
document.addEventListener("submit", (event) => {
  if (event.target !== form || form.dataset.unsaved || giveBack.isLeaving()) return;
  event.preventDefault();
  if (event.submitter?.hasAttribute("formaction")) return giveBack.send(form, event.submitter);
  if (event.submitter?.value === "stay") save();
  else goNext();
});
document.addEventListener("click", (event) => {
  const target = event.target;
  if (target.closest("[data-close]")) return target.closest("dialog").close();
  if (!form.contains(target)) return;
  const button = target.closest("button");
  if (button?.dataset.do) return actions[button.dataset.do]();
  if (button?.dataset.stamp) return answer.stamp(Number(button.dataset.stamp));
  if (button && "remove" in button.dataset) {
    answer.remove(button.closest("[data-comment]"));
    return pins.draw();
  }
  if (target.closest("button[data-band], input[data-band]")) return scores.press(target.closest("[data-band]"));
  const link = target.closest("a[rel=prev], a[rel=next], .around a");
  if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    return show(link.getAttribute("href"));
  }
  if (target.closest("svg[data-page]")) return edit(pins.press(event));
  scores.choose(target);
  answer.choose(target);
});
document.addEventListener("keydown", (event) => form.contains(event.target) && edit(pins.key(event)), true);
document.addEventListener("focusin", (event) => form.contains(event.target) && isField(event.target) && scores.choose(event.target));
document.addEventListener("selectionchange", answer.noteSelection);
