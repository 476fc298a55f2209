// When a draft is saved: after a pause in typing, and, while saves fail, again after longer and longer waits. One save at a time.
const quiet = 1200; // milliseconds without typing before a save
const firstRetry = 2000;
const longestRetry = 30_000;

export class SaveTimer {
  #save;
  #timers;
  #timer = 0;
  #failures = 0;
  #queue = Promise.resolve();

  /** True once the page is left: nothing is saved any more. */
  isClosed = false;

  /** @param save Called when it is time to save. */
  constructor(save, timers) {
    this.#save = save;
    this.#timers = timers;
  }

  /** Does something once everything before it is done. */
  run(action) {
    this.#queue = this.#queue.then(action, action);
    return this.#queue;
  }

  /** Saves after a wait, which begins anew each time; the usual pause where none is named. */
  schedule(wait = quiet) {
    this.stop();
    if (!this.isClosed) this.#timer = this.#timers.setTimeout(this.#save, wait);
  }

  /** Tries a failed save again. */
  retry() {
    this.schedule(Math.min(firstRetry * 2 ** Math.max(0, this.#failures - 1), longestRetry));
  }

  stop() {
    this.#timers.clearTimeout(this.#timer);
  }

  /** Counts a save that failed; one that did not sets the waits back. */
  note(hasFailed) {
    this.#failures = hasFailed ? this.#failures + 1 : 0;
  }

  close() {
    this.isClosed = true;
    this.stop();
  }
}
