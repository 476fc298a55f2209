// Recording in a sitting: the test before it, the line that says what is kept, and the way on where there is no microphone.
import { face } from "../countdown.js";
import { close, hindrance, listen, open, reason, record } from "./microphone.js";
import { sendAll } from "./takes.js";

const choice = () => `exam-microphone ${location.pathname}`;
const tested = 3_000, quiet = 5_000, short = 4 * 60; // milliseconds, milliseconds, seconds
const tooQuiet = 0.3, bytesPerSecond = 5_000, sendEvery = 3_000;
const time = (seconds) => face(Math.floor(seconds)).replace(/^0(?=\d:)/, "");
const wanted = () => {
  try {
    return sessionStorage.getItem(choice()) === "on";
  } catch {
    return false;
  }
};
const want = (value) => {
  try {
    sessionStorage.setItem(choice(), value);
  } catch {
    // Asked again on the next page, then.
  }
};

function show(level, loud) {
  const rects = [...level.querySelectorAll("rect")];
  rects.forEach((rect, i) => rect.classList.toggle("on", i < Math.round(loud * rects.length)));
}

/** The card that tries the microphone before the sitting. */
export function offerMicrophone(form) {
  const card = form.querySelector("[data-mic]");
  if (!card) return;
  const find = (name) => card.querySelector(`[data-mic-${name}]`);
  const [words, button, off, level, heard, ways] = ["words", "test", "off", "level", "heard", "ways"].map(find);
  card.hidden = false;
  const refuse = (why) => {
    words.textContent = `这里录不了音：${why}`;
    ways.hidden = false;
    want("off");
  };
  const settle = () => (off.textContent = wanted() ? "不录音，只看钟" : "现在不录音");
  const hindered = hindrance();
  if (hindered) {
    button.hidden = off.hidden = true;
    return refuse(hindered);
  }
  settle();
  off.addEventListener("click", () => {
    want("off");
    close();
    words.textContent = "不录音，只看钟。";
    settle();
  });
  button.addEventListener("click", async () => {
    button.disabled = true;
    try {
      const stream = await open();
      let loudest = 0;
      level.hidden = false;
      const stop = listen((loud) => {
        loudest = Math.max(loudest, loud);
        show(level, loud);
      });
      words.textContent = "正在录三秒，说一句「考官好」。";
      const recorder = new MediaRecorder(stream);
      const parts = [];
      recorder.addEventListener("dataavailable", (event) => parts.push(event.data));
      recorder.start();
      await new Promise((resolve) => setTimeout(resolve, tested));
      await new Promise((resolve) => {
        recorder.addEventListener("stop", resolve);
        recorder.stop();
      });
      stop();
      heard.src = URL.createObjectURL(new Blob(parts, { type: recorder.mimeType }));
      heard.hidden = false;
      heard.play().catch(() => {});
      words.textContent = loudest < tooQuiet ? "声音太小了，离话筒近一点，再试一次。" : "声音大小合适。听得清就可以进去，答题时自动录音。";
      button.textContent = "再录一次";
      want("on");
      settle();
    } catch (error) {
      refuse(reason(error));
    }
    button.disabled = false;
  });
}

/**
 * Records while an answer is given, where that is wanted.
 * @returns An object whose <c>stop</c> resolves when everything that was said is safe on this device; null where nothing is recorded.
 */
export function recordAnswer(form) {
  const bar = form.querySelector("[data-rec]");
  if (!bar || !wanted() || hindrance()) return null;
  const [words, dot, level, again, spoken] = ["words", "dot", "level", "again", "spoken"].map((name) => bar.querySelector(`[data-rec-${name}]`));
  const token = form.elements.__RequestVerificationToken.value;
  const about = { sitting: location.pathname, question: Number(form.elements.Question.value) };
  let current = null, stopListening = () => {}, lock = null, before = 0, at = 0, isOffline = false, isShort = false, heardAt = performance.now();
  let said = "", refusal = "";

  function tell(state, text) {
    dot.className = `dot ${state}`;
    words.textContent = text;
    // What changes every few seconds is not read out; a change of state is.
    const plain = text.replace(/[\d:]+/g, "");
    if (plain !== said) spoken.textContent = text;
    said = plain;
  }
  function line() {
    if (refusal) return tell("stop", refusal);
    if (performance.now() - heardAt > quiet) return tell("", "听不见您，话筒离近一点");
    if (isOffline) return tell("", `没有网络，先存在这台设备上 · ${time(at)}`);
    if (isShort) return tell("", "这台设备的存储快满了");
    tell("", `在录 · 已存到 ${time(at)}`);
  }
  async function start() {
    again.hidden = true;
    try {
      await open();
    } catch (error) {
      tell("stop", `录不了音：${reason(error)}`);
      again.hidden = false;
      return;
    }
    stopListening();
    stopListening = listen((loud) => {
      show(level, loud);
      if (loud >= tooQuiet) heardAt = performance.now();
    });
    before = at;
    current = record(about, {
      kept: (seconds) => {
        if (seconds === null) return tell("stop", "这台设备存不下了，后面的录不上");
        at = before + seconds;
        line();
      },
      stopped: () => {
        tell("stop", `话筒拔掉了，${time(at)} 以前的都在`);
        again.hidden = false;
      },
    });
    line();
  }
  async function send() {
    isOffline = !(await sendAll(token, () => {}, (why) => (refusal = `服务器没有收这段录音：${why}`))) && !navigator.onLine;
    const { quota, usage } = (await navigator.storage?.estimate?.()) ?? {};
    isShort = quota !== undefined && (quota - usage) / bytesPerSecond < short;
  }
  bar.hidden = false;
  tell("hold", "正在打开话筒");
  again.addEventListener("click", start);
  const begun = start();
  const timer = setInterval(send, sendEvery);
  // The screen stays on while somebody speaks to it.
  navigator.wakeLock?.request("screen").then((l) => (lock = l)).catch(() => {});
  return {
    stop: async () => {
      clearInterval(timer);
      await begun;
      stopListening();
      await current?.stop();
      lock?.release().catch(() => {});
      send();
    },
  };
}

/** Sends what an earlier page has left. */
export const sendLeft = (form) => sendAll(form.elements.__RequestVerificationToken.value).catch(() => false);

export { close as closeMicrophone };
