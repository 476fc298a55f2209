// The time that is left of a timed assignment; at its end the last words are saved and the attempt is closed.
import { countDown, two } from "./countdown.js";

const marks = [[120, "还有两分钟"], [60, "还有一分钟"], [30, "还有三十秒"], [0, "时间到，正在收卷"]];

function start(box) {
  let isOver = false;
  const left = box.querySelector("[data-left]");
  const spoken = box.querySelector("[data-spoken]");
  left.hidden = false;
  const stop = countDown({
    end: Date.parse(box.dataset.endsAt),
    marks,
    show: (seconds) => {
      const now = Math.max(0, seconds);
      left.textContent = `还剩 ${now >= 3600 ? `${Math.floor(now / 3600)}:` : ""}${two(Math.floor(now / 60) % 60)}:${two(now % 60)}`;
      box.classList.toggle("short", now <= 60);
      if (now === 0) over();
    },
    speak: (words) => (spoken.textContent = words),
  });

  function over() {
    if (isOver) return;
    isOver = true;
    queueMicrotask(() => stop());
    // In the practice form the last words are saved by the button that leads back to the assignment; elsewhere the page is asked for anew.
    const button = document.querySelector("[data-time-up]");
    if (button) button.click();
    else setTimeout(() => location.reload(), 1000);
  }
}

for (const box of document.querySelectorAll("[data-countdown]")) start(box);
