import { isComposing } from "../text.js";
import { comment, stretch } from "./answer.js";
import { settled } from "./saving.js";

// The comment bank: what was written before, found by words or by pinyin initials.
const dialog = document.getElementById("bank");
const search = document.getElementById("bank-q");
const list = document.getElementById("bank-list");
const said = document.getElementById("bank-said");
let take = () => {};
let asked = 0;

function open(then) {
  take = then;
  search.value = said.textContent = "";
  list.replaceChildren();
  dialog.showModal();
  find();
}

/**
 * Opens the bank for a marking form: what is picked becomes a comment where words are chosen, else a part of the remark.
 * @param edit Brings a field into sight.
 */
export function openFor(form, edit) {
  const inText = stretch() !== null;
  open((words) => {
    if (inText) return edit(comment(words));
    const remark = form.elements["Input.Remark"];
    remark.value = remark.value ? `${remark.value}\n${words}` : words;
    remark.dispatchEvent(new Event("change", { bubbles: true }));
    edit(remark);
  });
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
    button.dataset.entry = entry.id;
    item.setAttribute("role", "none");
    const out = Object.assign(document.createElement("button"), { type: "button", className: "btn link small", textContent: "去掉", tabIndex: -1 });
    out.setAttribute("aria-hidden", "true"); // a listbox holds options only; by keyboard it is Shift+Delete on the option
    out.dataset.out = "";
    item.append(button, out);
    return item;
  }));
  if (found.length === 0) list.replaceChildren(Object.assign(document.createElement("li"), { className: "muted", textContent: search.value ? "没有找到。写过的批注会自动进来。" : "还没有写过批注。" }));
  point();
}

const options = () => [...list.querySelectorAll("[role=option]")];

function point() {
  const at = options().find((o) => o.getAttribute("aria-selected") === "true");
  if (at) search.setAttribute("aria-activedescendant", at.id);
  else search.removeAttribute("aria-activedescendant");
  at?.scrollIntoView({ block: "nearest" });
}

/** Throws an entry out of the bank. */
async function remove(option) {
  if (!option) return;
  const token = document.querySelector("input[name=__RequestVerificationToken]").value;
  const response = await fetch(`/api/marking/bank/${option.dataset.entry}/remove`, { method: "POST", headers: { RequestVerificationToken: token } }).catch(() => null);
  if (!response?.ok) return (said.textContent = "没有去掉（网络不通），请再试");
  said.textContent = `已去掉「${option.textContent}」。再写一次同样的话，它就回来。`;
  search.focus();
  await find();
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
  } else if (event.key === "Delete" && event.shiftKey) {
    event.preventDefault();
    remove(all[at]);
  } else if (event.key === "Enter") {
    event.preventDefault();
    pick(all[at]);
  }
});
list.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (button && "out" in button.dataset) remove(button.parentElement.querySelector("[role=option]"));
  else pick(button);
});
