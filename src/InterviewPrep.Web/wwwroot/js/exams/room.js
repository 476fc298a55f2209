// A sitting in the browser: the face of the clock, one key, and a page that is exchanged in place, so that voice and microphone go on.
import { learnTime, now } from "../time.js";
import { runClock } from "./clock.js";
import { closeMicrophone, offerMicrophone, recordAnswer, sendLeft } from "./recording.js";
import { say, stopSaying } from "./voice.js";
import { keepWriting } from "./written.js";

const lookEvery = 10_000, retryEvery = 2_000; // milliseconds
const hidden = "exam-clock-hidden";
let stop = () => {};
let form, writing, recording;
let isBusy = false;

const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const line = (words) => (form.querySelector("[data-line]").textContent = words);

/** The page as the server has it now. It comes as a document, so no text is turned into markup here. */
function fetchPage() {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("GET", location.pathname);
    request.responseType = "document";
    request.onload = () => resolve(request);
    request.onerror = reject;
    request.send();
  });
}

/** Shows where the sitting is. What was said until now is safe on the device before the page goes. */
async function refresh() {
  await recording?.stop();
  recording = null;
  const request = await fetchPage();
  const page = request.response?.querySelector("[data-room]");
  if (!page || new URL(request.responseURL).pathname !== location.pathname) {
    location.assign(request.responseURL);
    return;
  }
  document.title = request.response.title;
  document.querySelector("[data-room]").replaceWith(document.adoptNode(page));
  begin();
  document.querySelector("main").focus();
}

/** Tells the server what was pressed, however long the network is away; the instant of the press goes with it. */
async function press(button) {
  if (isBusy) return;
  isBusy = true;
  const body = new URLSearchParams(new FormData(form, button));
  body.set("At", new Date(now()).toISOString());
  writing.hold();
  // The button ends the answer; whoever says a word after it has said it after the end.
  await recording?.stop();
  recording = null;
  for (;;) {
    try {
      const response = await fetch(button?.formAction ?? location.pathname, { method: "POST", body, redirect: "manual" });
      if (response.type !== "opaqueredirect") {
        // The server has something to say: let it, on a page of its own.
        if (response.status < 500) return form.submit();
        throw new Error(String(response.status));
      }
      writing.sent();
      await refresh();
      break;
    } catch {
      line("没有网络。您按的时刻已经记下，连上就接着走；钟没停。");
      await wait(retryEvery);
    }
  }
  isBusy = false;
}

/** Brings what was written, and goes on where another device or the clock has gone on. */
async function look() {
  if (isBusy) return;
  const answer = await writing.save();
  if (answer && answer.step !== Number(form.dataset.step) && !isBusy) {
    isBusy = true;
    await refresh().catch(() => {});
    isBusy = false;
  }
}

function showClock() {
  const isHidden = sessionStorage.getItem(hidden) === "1";
  for (const box of document.querySelectorAll("[data-clock-box], [data-pool]")) box.hidden = isHidden;
  const button = form.querySelector("[data-hide-clock]");
  if (!button) return;
  button.hidden = false;
  button.textContent = isHidden ? "让我看钟" : "藏起钟";
}

function speak() {
  const heard = form.querySelector("[data-heard]");
  const words = [...form.querySelectorAll("[data-says]")].map((e) => e.textContent.replace(/[“”]/g, ""));
  if (heard) words.push(heard.textContent);
  if (words.length === 0) return;
  say(words.join(" "), (isSpoken) => {
    // Only who has heard it need not read it.
    if (heard) heard.hidden = isSpoken;
    const note = form.querySelector("[data-heard-note]");
    if (note && isSpoken) note.textContent = "正在念。听题没有题本，听清、记住再开口；念题的时候钟不走。";
  });
}

function begin() {
  stop();
  form = document.querySelector("[data-sitting]");
  learnTime(form.dataset.now);
  writing = keepWriting(form, line);
  const stopClock = runClock(form, { over: look });
  const timer = setInterval(look, lookEvery);
  stop = () => {
    clearInterval(timer);
    stopClock();
    writing.leave();
    stopSaying();
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    press(event.submitter);
  });
  form.querySelector("[data-hide-clock]")?.addEventListener("click", () => {
    sessionStorage.setItem(hidden, sessionStorage.getItem(hidden) === "1" ? "0" : "1");
    showClock();
  });
  showClock();
  speak();
  offerMicrophone(form);
  recording = recordAnswer(form);
  if (!recording) sendLeft(form);
  if (!form.querySelector("[data-mic], [data-primary][name]")) closeMicrophone();
}

document.addEventListener("keydown", (event) => {
  if (event.key !== " " || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
  if (event.target.closest("input, textarea, select, button, a, summary, audio")) return;
  event.preventDefault();
  document.querySelector("[data-primary]")?.click();
});
document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && look());
addEventListener("online", look);

begin();
// Keys are listened for from here on.
document.documentElement.classList.add("js");
