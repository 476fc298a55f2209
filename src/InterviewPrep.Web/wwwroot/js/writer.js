// The life of one draft on one open page: what is typed, what the server has acknowledged, and what is to be done about the rest.
// Knows no document, no network and no store; they are handed in, so that its rules can be tried by themselves.
import { disagree, same, takeOver, unanswered } from "./records.js";
import { SaveTimer } from "./save-timer.js";

export class Writer {
  #keep;
  #send;
  #changed;
  #now;
  #timer;
  #acknowledged; // the server's text at the base revision, where it is known
  #held = false;

  /** Why the last attempt failed: offline, server, refused, gone or stranger; null where it did not. */
  trouble = null;
  /** What the server said about a refusal. */
  reason = "";
  /** False once the device could not keep the text. */
  deviceKeeps = true;

  /**
   * @param record What the page starts from; kept up to date and given to `keep`.
   * @param keep Puts the record on the device.
   * @param send Sends the record's text; resolves to what the server made of it.
   * @param changed Called whenever something that people can see has changed.
   */
  constructor({ record, keep, send, changed = () => {}, now = Date.now, timers = globalThis }) {
    Object.assign(this, { record });
    this.#acknowledged = record.acked ? record.sections : null;
    this.#keep = keep;
    this.#send = send;
    this.#changed = changed;
    this.#now = now;
    this.#timer = new SaveTimer(() => this.save(), timers);
  }

  get state() {
    if (this.record.conflict) return "conflict";
    if (this.record.acked) return "saved";
    return this.trouble ?? "saving";
  }

  /** Takes what stands in the fields now. */
  edit(sections) {
    const { record } = this;
    if (same(sections, record.sections)) return;
    record.sections = sections;
    record.at = this.#now();
    record.kept = false;
    record.acked = record.sent.length === 0 && !record.conflict && this.#acknowledged !== null && same(sections, this.#acknowledged);
    if (this.trouble === "refused") this.trouble = null;
    this.#store(false);
    if (!record.acked && this.trouble) this.#timer.retry();
    else if (!record.acked) this.#timer.schedule();
    this.#changed();
  }

  /** Puts what is typed on the device's disk: on a pause, and when the page is hidden, frozen or closed. */
  store() {
    return this.#store(true);
  }

  /**
   * Saves as soon as it can be: what is typed while a save is under way goes with the next one.
   * @param options leaving: the page may go at any moment, so nothing is waited for.
   */
  save(options) {
    return this.#timer.run(() => this.#save(options));
  }

  /** While an input method composes, nothing is read, kept or sent. */
  hold() {
    this.#held = true;
  }

  release() {
    this.#held = false;
    if (!this.record.acked) this.#timer.schedule();
  }

  /** Tries again at once, for instance because the network has come back. */
  wake() {
    if (this.record.acked || this.#held) return Promise.resolve();
    this.#timer.note(false);
    return this.save();
  }

  /** Decides a conflict for what stands in the fields here. */
  useMine() {
    const { record } = this;
    const seen = record.conflict?.revision;
    return this.#timer.run(() => {
      if (record.conflict?.revision !== seen || seen === undefined) return; // another text has come meanwhile, and was not looked at
      record.base = record.conflict.revision;
      record.conflict = null;
      record.acked = false;
      return this.#save();
    });
  }

  /**
   * Decides a conflict for the stored text, which the page has put into its fields. What stood there goes to the server's history.
   * @param parting Name of the record under which the device keeps that text until then.
   */
  useTheirs(parting) {
    const { record } = this;
    if (!record.conflict) return Promise.resolve();
    const { revision, savedAt, sections } = record.conflict;
    const kept = this.#keep({ ...record, writer: parting, conflict: null, sent: [], decided: true, acked: false }, true);
    record.sections = sections;
    record.at = this.#now();
    return this.#timer.run(async () => {
      await kept;
      if (record.conflict?.revision === revision) this.#agree({ revision, savedAt, sections });
      await this.#store(true);
      this.#changed();
    });
  }

  /** Starts from what the page has taken up: the record was changed, and the server is known to have said this. */
  restart(acknowledged) {
    if (acknowledged !== undefined) this.#acknowledged = acknowledged;
  }

  /** Takes what was stored elsewhere, which the page has put into its fields; only where nothing is unsaved here. */
  renew({ revision, savedAt, sections }) {
    if (!this.record.acked) return Promise.resolve();
    this.record.sections = sections;
    this.#agree({ revision, savedAt, sections });
    this.#changed();
    return this.#store(true);
  }

  /** Goes on as another draft, because the server does not have this one. */
  saveAsNew(draft) {
    Object.assign(this.record, { draft, key: `${this.record.slug}~${draft}`, base: 0, sent: [], conflict: null, acked: false });
    this.#acknowledged = null;
    return this.save();
  }

  /** The next save begins a new version, because the learner starts over. */
  begin() {
    this.record.begin = true;
  }

  close() {
    this.#timer.close();
  }

  async #store(durable) {
    try {
      await this.#keep(this.record, durable);
      this.deviceKeeps = true;
    } catch {
      this.deviceKeeps = false;
    }
  }

  async #save({ leaving = false } = {}) {
    const { record } = this;
    this.#timer.stop();
    if (record.acked || this.#timer.isClosed || this.#held) return;
    const sections = record.sections;
    record.sent = unanswered(record.sent, sections);
    const stored = this.#store(true); // on the device first
    if (!leaving) await stored;
    this.#changed();
    this.#answered(await this.#send({ ...record, sections }, leaving), sections);
    await this.#store(true);
    this.#changed();
  }

  #answered(answer, sections) {
    const { record } = this;
    const failed = answer.kind === "offline" || answer.kind === "server";
    this.#timer.note(failed);
    this.trouble = answer.kind === "saved" || answer.kind === "conflict" ? null : answer.kind;
    this.reason = answer.title ?? "";
    takeOver(record, answer);
    // A stored text that is one's own is no conflict: what stands here grew out of it, and is saved on top of it at once.
    const isOwn = answer.kind === "conflict" && disagree(record, answer, sections);
    if (isOwn) this.#agree(answer);
    if (answer.kind === "saved") {
      this.#agree({ ...answer, sections });
      record.begin = false;
    }
    if (failed) this.#timer.retry();
    else if ((isOwn || answer.kind === "saved") && !record.acked) this.#timer.schedule(isOwn ? 0 : undefined);
  }

  // The server has these sections at this revision.
  #agree({ revision, savedAt, sections }) {
    Object.assign(this.record, { base: revision, savedAt, conflict: null, sent: [], acked: same(this.record.sections, sections) });
    this.#acknowledged = sections;
  }
}
