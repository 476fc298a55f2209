// Comments pinned to a place on a photographed page. Places are thousandths of its width and height.
const whole = 1000;
const step = 20; // of a thousand, for an arrow key
const svgNamespace = "http://www.w3.org/2000/svg";

let form;
let put; // makes a comment in the list, and gives its text field back

/** @param comment Makes a comment with the given values. */
export function open(shown, comment) {
  form = shown;
  put = comment;
  const hint = form.querySelector("[data-pin-hint]");
  if (!hint) return;
  hint.hidden = false;
  for (const page of pages()) {
    page.tabIndex = 0;
    page.setAttribute("role", "application");
    page.setAttribute("aria-label", `手写作答第 ${page.dataset.page} 页。方向键移动准星，回车写批注`);
    page.dataset.x ??= String(whole / 2);
    page.dataset.y ??= String(whole / 2);
  }
  draw();
}

const pages = () => [...form.querySelectorAll("svg[data-page]")];
const field = (item, name) => item.querySelector(`[data-field="${name}"]`);
const pinned = () =>
  [...form.querySelectorAll('[data-comments^="@"] > [data-comment]')].sort((a, b) => {
    const key = (item) => Number(field(item, "Page").value) * whole * 10 + Number(field(item, "Y").value);
    return key(a) - key(b);
  });

/** Draws the pins and the cross-hairs anew, numbered by page and from the top. */
export function draw() {
  if (!form.querySelector("svg[data-page]")) return;
  for (const old of form.querySelectorAll("svg[data-page] .pin, svg[data-page] .cross")) old.remove();
  for (const [index, item] of pinned().entries()) {
    item.querySelector("[data-number]").textContent = ` ${index + 1}`;
    const page = pages().find((p) => p.dataset.page === field(item, "Page").value);
    if (page) page.append(pin(page, index + 1, item));
  }
  for (const page of pages()) page.append(cross(page));
}

function make(name, values) {
  const element = document.createElementNS(svgNamespace, name);
  for (const [key, value] of Object.entries(values)) element.setAttribute(key, String(value));
  return element;
}

function place(page, x, y) {
  const { width, height } = page.viewBox.baseVal;
  return [(x * width) / whole, (y * height) / whole, width / 45];
}

function pin(page, number, item) {
  const [x, y, radius] = place(page, Number(field(item, "X").value), Number(field(item, "Y").value));
  const group = make("g", { class: "pin" });
  group.dataset.for = item.dataset.comment;
  const text = make("text", { x, y: y + radius * 0.4, "font-size": radius * 1.2 });
  text.textContent = String(number);
  group.append(make("circle", { cx: x, cy: y, r: radius }), text);
  return group;
}

function cross(page) {
  const [x, y, radius] = place(page, Number(page.dataset.x), Number(page.dataset.y));
  return make("path", { class: "cross", d: `M${x - radius * 2} ${y}h${radius * 4}M${x} ${y - radius * 2}v${radius * 4}` });
}

/** A comment where the cross-hairs of a page are. */
function pinAt(page) {
  const area = put("", { Stage: "", Start: 0, Length: 0, Page: page.dataset.page, X: page.dataset.x, Y: page.dataset.y }, "", `@${page.dataset.page}`);
  draw();
  return area;
}

/** A click or a tap: on a pin it leads to its comment, elsewhere it makes one. */
export function press(event) {
  const page = event.target.closest?.("svg[data-page]");
  if (!page) return null;
  const known = event.target.closest(".pin")?.dataset.for;
  if (known) return form.querySelector(`[data-comment="${known}"] textarea`);
  const box = page.getBoundingClientRect();
  const part = (at, from, size) => String(Math.round(Math.min(Math.max((at - from) / size, 0), 1) * whole));
  page.dataset.x = part(event.clientX, box.left, box.width);
  page.dataset.y = part(event.clientY, box.top, box.height);
  return pinAt(page);
}

/** Arrow keys and Enter on a page; true where the key was meant for it. */
export function key(event) {
  const page = event.target.closest?.("svg[data-page]");
  if (!page || event.ctrlKey || event.metaKey || event.altKey) return null;
  const way = { ArrowLeft: ["x", -1], ArrowRight: ["x", 1], ArrowUp: ["y", -1], ArrowDown: ["y", 1] }[event.key];
  if (way) {
    event.preventDefault();
    const [axis, sign] = way;
    const to = Number(page.dataset[axis]) + sign * step * (event.shiftKey ? 5 : 1);
    page.dataset[axis] = String(Math.min(Math.max(to, 0), whole));
    draw();
    return null;
  }
  if (event.key !== "Enter") return null;
  event.preventDefault();
  event.stopPropagation();
  return pinAt(page);
}
