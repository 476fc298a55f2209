// The practice clock: a thinking phase, then an answering phase, both as long as the learner likes. It may be stopped and put out of sight.
import { countDown, face } from "./countdown.js";
import { now } from "./time.js";

const kept = "practice-clock";
const forgotten = 3_600_000; // milliseconds after its end, a round is not taken up again
const thinkingMarks = [
  [30, "思考还有三十秒"],
  [0, "思考时间到，开始作答"],
];

const read = (name) => {
  try {
    return JSON.parse(localStorage.getItem(name));
  } catch {
    return null;
  }
};
const write = (name, value) => {
  try {
    localStorage.setItem(name, JSON.stringify(value));
  } catch {
    // The clock of this page runs on; only a reload would forget it.
  }
};

/**
 * Brings a clock card to life. It never moves the focus.
 * @param question What is being answered; a round goes on after a reload of the same question.
 * @param begin Called when a round starts.
 */
export function startClock(card, { question, begin }) {
  if (!card) return;
  card.hidden = false;
  const find = (name) => card.querySelector(`[data-clock-${name}]`);
  const [phase, digits, spoken, start, again, hide, body, thinking, answering] =
    ["phase", "face", "spoken", "start", "reset", "hide", "body", "thinking", "answering"].map(find);
  const lengths = read(`${kept}-lengths`);
  if (lengths) [thinking.value, answering.value] = lengths;

  // A running round is the instant at which its answering ends; a stopped one, the milliseconds that are left of it.
  let round = null;
  let stop = () => {};
  const stored = read(kept);
  if (stored?.question === question && !(stored.end < now() - forgotten)) round = stored;

  const whole = () => (Number(thinking.value) + Number(answering.value)) * 1000;

  function show(left) {
    const thought = left - round.answering;
    const inThinking = thought > 0;
    phase.textContent = inThinking ? "思考" : left >= 0 ? "作答" : "作答 · 超时";
    digits.textContent = face(inThinking ? thought : left);
    card.classList.toggle("over", left < 0);
  }

  function run() {
    stop();
    const tellThinking = countDown({ end: round.end - round.answering * 1000, show: () => {}, speak, marks: thinkingMarks });
    const tellAnswering = countDown({ end: round.end, show, speak });
    stop = () => {
      tellThinking();
      tellAnswering();
    };
    start.textContent = "暂停";
  }

  function speak(words) {
    spoken.textContent = words;
  }

  function rest() {
    stop();
    digits.textContent = face(Number(thinking.value) || Number(answering.value));
    phase.textContent = Number(thinking.value) > 0 ? "思考" : "作答";
    card.classList.remove("over");
    start.textContent = "开始";
    speak("");
  }

  start.addEventListener("click", () => {
    if (round?.end) {
      stop();
      round = { ...round, end: null, left: round.end - now() };
      start.textContent = "继续";
    } else {
      if (!round) {
        begin();
        round = { question, answering: Number(answering.value), left: whole() };
      }
      round = { ...round, end: now() + round.left, left: null };
      run();
    }
    write(kept, round);
  });
  again.addEventListener("click", () => {
    round = null;
    write(kept, null);
    rest();
  });
  for (const choice of [thinking, answering]) {
    choice.addEventListener("change", () => {
      write(`${kept}-lengths`, [thinking.value, answering.value]);
      if (!round) rest();
    });
  }
  hide.addEventListener("click", () => {
    body.hidden = !body.hidden;
    hide.textContent = body.hidden ? "展开" : "收起";
    hide.setAttribute("aria-expanded", String(!body.hidden));
  });

  if (round?.end) run();
  else {
    rest();
    if (round) {
      show(Math.ceil(round.left / 1000));
      start.textContent = "继续";
    }
  }
}

/** Ends the round, because the answer is handed in. */
export const endRound = () => write(kept, null);
