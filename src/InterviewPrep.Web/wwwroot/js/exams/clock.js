// The faces of the clock. Every figure is computed from the server's instants at every look, so a tab that slept is right when it wakes.
import { countDown, face } from "../countdown.js";
import { now } from "../time.js";
import { say } from "./voice.js";

const marks = [[120, "还有两分钟"], [60, "还有一分钟"], [30, "还有三十秒"], [0, "时间到"]];
const settle = 300, again = 1_000; // milliseconds

const spentFace = (seconds) => face(Math.max(0, seconds)).replace(/^0(?=\d:)/, "");

function showRhythm(form, spent) {
  const bar = form.querySelector("[data-rhythm]");
  if (!bar) return;
  const rects = [...bar.querySelectorAll("rect")];
  const reached = rects.findLast((rect) => spent >= Number(rect.dataset.from));
  for (const rect of rects) rect.classList.toggle("on", Number(rect.dataset.from) <= spent);
  form.querySelector("[data-rhythm-words]").textContent = `照这个节奏，该说到「${reached?.dataset.name ?? rects[0].dataset.name}」了`;
}

/**
 * Runs the faces of a phase.
 * @param over Called when the phase has ended by the clock, until the page is exchanged.
 * @returns A function that stops them.
 */
export function runClock(form, { over }) {
  const data = form.dataset;
  const instant = (name) => (data[name] ? Date.parse(data[name]) : null);
  const room = document.querySelector("[data-room]");
  const spoken = form.querySelector("[data-spoken]");
  const stops = [];

  const spent = form.querySelector("[data-face=spent]");
  if (spent) {
    const before = Number(spent.dataset.spent) * 1000;
    const loaded = now();
    const show = () => {
      const seconds = Math.floor((before + now() - loaded) / 1000);
      spent.textContent = spentFace(seconds);
      showRhythm(form, seconds);
    };
    show();
    const timer = setInterval(show, 250);
    stops.push(() => clearInterval(timer));
  }

  const end = instant("endsAt");
  if (end !== null) {
    let timer;
    const ask = () => {
      over();
      timer = setTimeout(ask, again);
    };
    const left = form.querySelector("[data-face=left]");
    let isOver = false;
    stops.push(countDown({
      end,
      marks: form.dataset.phase === "Looking" ? [] : marks,
      speak: (words) => (spoken.textContent = words),
      show: (seconds) => {
        if (left) left.textContent = spentFace(seconds);
        if (seconds > 0 || isOver) return;
        isOver = true;
        if (end === instant("poolEndsAt")) say(form.dataset.stopWords);
        timer = setTimeout(ask, settle);
      },
    }), () => clearTimeout(timer));
  }

  const pool = instant("poolEndsAt");
  if (pool !== null) {
    const reminder = Number(data.reminder) * 60;
    const remind = room.querySelector("[data-remind]");
    const figure = room.querySelector("[data-pool]");
    const tell = () => {
      remind.textContent = data.remindWords;
      remind.hidden = false;
    };
    stops.push(countDown({
      end: pool,
      marks: reminder > 0 ? [[reminder, data.remindWords]] : [],
      // A reminder of the time is said once, and stays on the screen for whoever comes back later.
      speak: (words) => {
        tell();
        say(words);
      },
      show: (seconds) => {
        if (figure) figure.textContent = spentFace(seconds);
        if (reminder > 0 && seconds > 0 && seconds < reminder && remind.hidden) tell();
      },
    }));
  }
  return () => stops.forEach((s) => s());
}
