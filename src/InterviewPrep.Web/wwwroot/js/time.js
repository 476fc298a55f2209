// The site's clock and time zone. The device's own clock may be wrong; what the server says is not.
const kept = "clock-offset";
let offset = Number(read()) || 0; // milliseconds that the server is ahead of this device

function read() {
  try {
    return localStorage.getItem(kept);
  } catch {
    return null; // storage may be forbidden; the device's own clock must do then
  }
}

/** The present instant by the server's clock, in milliseconds. */
export const now = () => Date.now() + offset;

/** True once the server has told this device the time. */
export const hasLearned = () => read() !== null;

/** Learns the difference from the head of an answer that has just come; whole seconds, so only where it has really changed. */
export function learnDate(response) {
  const sent = Date.parse(response.headers.get("Date") ?? "");
  if (Math.abs(sent + 500 - now()) > 2000) learnTime(sent + 500);
}

/** Learns the difference from an instant that the server has just sent. */
export function learnTime(instant) {
  offset = new Date(instant).getTime() - Date.now();
  try {
    localStorage.setItem(kept, String(offset));
  } catch {
    // Known for this page only, then.
  }
}

const format = new Intl.DateTimeFormat("en-GB", { timeZone: document.body.dataset.timeZone || undefined, hour: "2-digit", minute: "2-digit", hourCycle: "h23" });

/** An instant as HH:MM in the site's time zone. */
export const clockTime = (instant) => format.format(new Date(instant));
