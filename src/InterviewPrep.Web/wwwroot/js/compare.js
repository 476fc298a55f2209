// A point that is chosen lights up on both sides. On a wide screen its card stands beside the texts; on a phone a panel rises and the page keeps its place.
const root = document.querySelector("[data-compare]");
const panel = document.querySelector("[data-panel]");
const wide = matchMedia("(min-width: 1001px)");
let opener = null;

if (root) start();

function start() {
  document.documentElement.classList.add("js");
  const openSeen = () => root.querySelectorAll("[data-seen]").forEach((details) => (details.open = wide.matches));
  openSeen();
  wide.addEventListener("change", openSeen);
  root.addEventListener("click", (event) => {
    const link = event.target.closest("[data-points]");
    if (!link) return;
    event.preventDefault();
    choose(link, true);
  });
  root.addEventListener("keydown", (event) => {
    const link = event.target.closest("[data-points]");
    if (!link || !["ArrowDown", "ArrowUp"].includes(event.key)) return;
    event.preventDefault();
    const peers = [...root.querySelectorAll(link.closest(".picklist") ? ".picklist [data-points]" : ".m[data-points]")].filter((peer) => peer.closest(".picklist") || peer.closest(".text") === link.closest(".text"));
    const next = peers[peers.indexOf(link) + (event.key === "ArrowDown" ? 1 : -1)];
    if (!next) return;
    next.focus();
    choose(next, false);
  });
  panel.querySelector("[data-panel-close]").addEventListener("click", close);
  addEventListener("keydown", (event) => event.key === "Escape" && close());
  const asked = document.getElementById(location.hash.slice(1))?.dataset.point;
  const first = root.querySelector(asked ? `.picklist [data-points="${asked}"]` : ".picklist [data-points]");
  if (first && wide.matches) choose(first, false);
}

/** Lights up a link's points; a tap also leads to their cards. */
function choose(link, isPressed) {
  const points = link.dataset.points.split(" ");
  for (const other of root.querySelectorAll("[data-points]")) {
    if (other.dataset.points.split(" ").some((point) => points.includes(point))) other.setAttribute("aria-current", "true");
    else other.removeAttribute("aria-current");
  }
  const cards = [...root.querySelectorAll(".point")].filter((card) => points.includes(card.dataset.point));
  root.querySelectorAll(".point").forEach((card) => card.classList.toggle("current", cards.includes(card)));
  if (!isPressed) return;
  opener = link;
  if (wide.matches) {
    if (link.closest(".picklist")) bringIntoSight(points);
    else cards[0]?.querySelector("h3").focus({ preventScroll: true });
  } else raise(cards);
}

// The page keeps its place where the sentence can be seen already.
function bringIntoSight(points) {
  for (const text of root.querySelectorAll(".text")) {
    const mark = [...text.querySelectorAll(".m")].find((m) => m.dataset.points.split(" ").some((point) => points.includes(point)));
    mark?.scrollIntoView({ block: "nearest", behavior: "auto" });
  }
}

function raise(cards) {
  const copies = cards.map((card) => card.cloneNode(true));
  for (const copy of copies) {
    copy.removeAttribute("aria-labelledby");
    for (const element of [copy, ...copy.querySelectorAll("[id]")]) element.removeAttribute("id");
  }
  panel.querySelector("[data-panel-heading]").textContent = cards.map((card) => card.querySelector("h3").textContent).join("、");
  panel.querySelector("[data-panel-body]").replaceChildren(...copies);
  panel.hidden = false;
  (copies[0]?.querySelector("h3") ?? panel.querySelector("[data-panel-heading]")).focus({ preventScroll: true });
  // What was tapped stays in sight above the panel.
  const hidden = opener.getBoundingClientRect().bottom - panel.getBoundingClientRect().top + 16;
  if (hidden > 0) scrollBy({ top: hidden, behavior: "auto" });
}

function close() {
  if (panel.hidden && !document.activeElement?.closest(".point")) return;
  panel.hidden = true;
  opener?.focus({ preventScroll: true });
}
