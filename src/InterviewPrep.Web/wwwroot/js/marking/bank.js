import { isComposing } from "../text.js";
import { settled } from "./saving.js";

// The comment bank: what was written before, found by words or by pinyin initials.
const dialog = document.getElementById("bank");
const search = document.getElementById("bank-q");
const list = document.getElementById("bank-list");
let take = () => {};
let asked = 0;

/** Opens the bank; what is picked goes to the callback. */
export function open(then) {
  take = then;
  search.value = "";
  list.replaceChildren();
  dialog.showModal();
  find();
}

async function find() {
  const turn = ++asked;
  await settled(); // what was written a moment ago is in the bank, too
  if (turn !== asked) return;
  const response = await fetch(`/api/marking/bank?q=${encodeURIComponent(search.value.trim())}`).catch(() => null);
  if (turn !== asked || !response?.ok) return;
  const found = await response.json();
  if (turn !== asked) return;
  list.replaceChildren(...found.map((entry, i) => {
    const item = document.createElement("li");
    const button = document.createElement("button");
    [button.type, button.className, button.textContent] = ["button", "btn", entry.text];
    button.setAttribute("role", "option");
    button.setAttribute("aria-selected", String(i === 0));
    button.id = `bank-${i}`;
    item.setAttribute("role", "none");
    item.append(button);
    return item;
  }));
  if (found.length === 0) list.replaceChildren(Object.assign(document.createElement("li"), { className: "muted", textContent: search.value ? "没有找到。写过的批注会自动进来。" : "还没有写过批注。" }));
  point();
}

const options = () => [...list.querySelectorAll("button")];

function point() {
  const at = options().find((o) => o.getAttribute("aria-selected") === "true");
  if (at) search.setAttribute("aria-activedescendant", at.id);
  else search.removeAttribute("aria-activedescendant");
  at?.scrollIntoView({ block: "nearest" });
}

function pick(option) {
  if (!option) return;
  dialog.close();
  take(option.textContent);
}

search.addEventListener("input", (event) => event.isComposing || find());
search.addEventListener("compositionend", find);
search.addEventListener("keydown", (event) => {
  if (isComposing(event)) return;
  const all = options();
  const at = all.findIndex((o) => o.getAttribute("aria-selected") === "true");
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    const to = Math.min(Math.max(at + (event.key === "ArrowDown" ? 1 : -1), 0), all.length - 1);
    all.forEach((o, i) => o.setAttribute("aria-selected", String(i === to)));
    point();
    event.preventDefault();
  } else if (event.key === "Enter") {
    event.preventDefault();
    pick(all[at]);
  }
});
list.addEventListener("click", (event) => pick(event.target.closest("button")));
