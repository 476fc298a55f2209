// Time left until an instant. It is computed from the server's clock at every look, so a tab that slept is right when it wakes.
import { now } from "./time.js";

/** A number with two digits, as on a clock. */
export const two = (n) => String(n).padStart(2, "0");

/** Seconds as MM:SS; below zero with a plus sign, as time over. */
export function face(seconds) {
  const whole = Math.abs(seconds);
  return `${seconds < 0 ? "+" : ""}${two(Math.floor(whole / 60))}:${two(whole % 60)}`;
}

const spokenMarks = [
  [120, "还有两分钟"],
  [60, "还有一分钟"],
  [30, "还有三十秒"],
  [0, "时间到"],
];

/** What has to be spoken when the time left goes from one number of seconds to another; only the last of several that a sleep has skipped. */
export const due = (before, after, marks = spokenMarks) => marks.findLast(([at]) => before > at && after <= at)?.[1] ?? null;

/**
 * Counts down to an instant.
 * @param end Milliseconds since 1970, by the server's clock.
 * @param show Called with the whole seconds left whenever they change.
 * @param speak Called with the few words that are said aloud: at two minutes, one minute, thirty seconds, and at the end.
 * @returns A function that stops it.
 */
export function countDown({ end, show, speak, marks = spokenMarks }) {
  let before = Infinity;
  const look = () => {
    const left = Math.ceil((end - now()) / 1000);
    if (left === before) return;
    const words = before === Infinity ? null : due(before, left, marks);
    before = left;
    show(left);
    if (words) speak(words);
  };
  look();
  const timer = setInterval(look, 250);
  document.addEventListener("visibilitychange", look);
  return () => {
    clearInterval(timer);
    document.removeEventListener("visibilitychange", look);
  };
}
