// A practice clock that counts up from an instant, so that a sleeping tab is right when it wakes.
const two = (n) => String(n).padStart(2, "0");

/** Brings a clock card to life. It may be hidden; it never moves the focus and never speaks by itself. */
export function startClock(card) {
  if (!card) return;
  card.hidden = false;
  const face = card.querySelector("[data-clock]");
  const start = card.querySelector("[data-clock-start]");
  const hide = card.querySelector("[data-clock-hide]");
  const body = card.querySelector("[data-clock-body]");
  let from = null;
  let kept = 0;
  let timer = 0;

  const elapsed = () => kept + (from === null ? 0 : Date.now() - from);
  const show = () => {
    const all = Math.floor(elapsed() / 1000);
    face.textContent = `${two(Math.floor(all / 60))}:${two(all % 60)}`;
  };
  const stop = () => {
    kept = elapsed();
    from = null;
    clearInterval(timer);
    start.textContent = "继续";
  };
  start.addEventListener("click", () => {
    if (from !== null) return stop();
    from = Date.now();
    timer = setInterval(show, 250);
    start.textContent = "暂停";
  });
  card.querySelector("[data-clock-reset]").addEventListener("click", () => {
    stop();
    kept = 0;
    start.textContent = "开始";
    show();
  });
  hide.addEventListener("click", () => {
    body.hidden = !body.hidden;
    hide.textContent = body.hidden ? "展开" : "收起";
    hide.setAttribute("aria-expanded", String(!body.hidden));
  });
}
