// Time that is left, from the server's instants: a slow or sleeping tab is right when it wakes, and so is a computer whose clock is wrong.
const warnings = [120, 60, 30, 0]; // seconds at which the time is also spoken
const words = { 120: "还有两分钟", 60: "还有一分钟", 30: "还有三十秒", 0: "时间到，正在收卷" };
const two = (n) => String(n).padStart(2, "0");

function start(box) {
  const left = box.querySelector("[data-left]");
  const spoken = box.querySelector("[data-spoken]");
  const end = Date.parse(box.dataset.endsAt);
  const ahead = Date.parse(box.dataset.now) - Date.now();
  const seconds = () => Math.max(0, Math.ceil((end - Date.now() - ahead) / 1000));
  let before = seconds() + 1;

  function show() {
    const now = seconds();
    left.textContent = `还剩 ${now >= 3600 ? `${Math.floor(now / 3600)}:` : ""}${two(Math.floor(now / 60) % 60)}:${two(now % 60)}`;
    const passed = warnings.filter((w) => before > w && now <= w).pop();
    if (passed !== undefined) spoken.textContent = words[passed];
    box.classList.toggle("short", now <= 60);
    if (before > 0 && now === 0) over();
    before = now;
  }

  function over() {
    clearInterval(timer);
    // In the practice form the last words are saved by the button that leads back to the assignment; elsewhere the page is asked for anew.
    const button = document.querySelector("[data-time-up]");
    if (button) button.click();
    else setTimeout(() => location.reload(), 1000);
  }

  const timer = setInterval(show, 250);
  left.hidden = false;
  show();
}

for (const box of document.querySelectorAll("[data-countdown]")) start(box);
