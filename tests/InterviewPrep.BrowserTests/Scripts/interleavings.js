// Two tabs, one device and one server, with everything that can go wrong between them, in an order drawn by lot.
// Runs the page's own code. Whatever happens, no word that was ever typed may be gone from everywhere.
async ({ count, steps }) => {
  const { Writer } = await import("/js/writer.js");
  const { newRecord, recover, settle, same } = await import("/js/records.js");

  function lottery(seed) {
    let state = seed;
    return () => {
      state = (state + 0x6d2b79f5) | 0;
      let t = Math.imul(state ^ (state >>> 15), 1 | state);
      t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
      return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
    };
  }

  // The rules of DraftSaving, with versions overwritten as eagerly as they allow.
  class Server {
    revision = 0;
    text = {};
    versions = [];
    accepted = new Map([[0, {}]]);

    put({ base, sections }) {
      if (same(sections, this.text) && this.revision > 0) return this.#saved();
      if (base !== this.revision) {
        this.#latest()?.fix();
        const words = (text) => (text.attitude ?? "").split(" ");
        const holds = (text, other) => words(other).every((word) => words(text).includes(word));
        const asides = this.versions.filter((v) => v.aside);
        if (!asides.some((v) => holds(v.text, sections))) {
          const earlier = asides.find((v) => holds(sections, v.text));
          if (earlier) earlier.text = sections;
          else this.versions.push({ text: sections, aside: true });
        }
        return { kind: "conflict", revision: this.revision, savedAt: "2026-01-01T00:00:00Z", sections: this.text };
      }
      const latest = this.#latest();
      if (latest && !latest.fixed) latest.text = sections;
      else this.versions.push({ text: sections, aside: false, fixed: false, fix() { this.fixed = true; } });
      this.text = sections;
      this.accepted.set(++this.revision, sections);
      return this.#saved();
    }

    #latest() {
      return this.versions.findLast((v) => !v.aside);
    }

    #saved() { return { kind: "saved", revision: this.revision, savedAt: "2026-01-01T00:00:00Z" }; }
  }

  class World {
    server = new Server();
    device = new Map();
    tabs = [null, null];
    typed = [];
    pending = []; // requests under way
    timers = new Map();
    time = 0;
    names = 0;

    constructor(random) { this.random = random; }

    pick = (list) => list[Math.floor(this.random() * list.length)];

    keep = async (record, _durable, replaces = []) => {
      this.device.set(record.writer, structuredClone(record));
      for (const writer of replaces) this.device.delete(writer);
    };

    drop = async (writers) => writers.forEach((writer) => this.device.delete(writer));

    send = (record) =>
      new Promise((answer) => {
        const request = structuredClone({ base: record.base, sections: record.sections });
        this.pending.push(() => {
          const fate = this.random();
          if (fate < 0.2) return answer({ kind: "offline" });
          const result = structuredClone(this.server.put(request));
          if (fate < 0.4) answer({ kind: "offline" }); // it arrived; the answer did not
          else answer(result);
        });
      });

    open(at, page = { base: this.server.revision, sections: this.server.text, savedAt: null, unsaved: false }) {
      const alive = new Set(this.tabs.filter(Boolean).map((tab) => tab.record.writer));
      const records = [...this.device.values()].filter((r) => !alive.has(r.writer) && !r.decided).map((r) => structuredClone(r));
      const record = newRecord({ ...structuredClone(page), writer: `w${++this.names}`, draft: "d" });
      const { start, replaces, acknowledged } = recover(page, records);
      Object.assign(record, start);
      const timers = { setTimeout: (run) => (this.timers.set(++this.names, { run, at }), this.names), clearTimeout: (id) => this.timers.delete(id) };
      const writer = new Writer({ record, keep: this.keep, send: this.send, now: () => ++this.time, timers });
      writer.restart(acknowledged);
      if (start.sections) this.keep(record, true, replaces);
      else replaces.forEach((name) => this.device.delete(name));
      this.tabs[at] = writer;
      if (!record.acked) writer.wake();
    }

    // The process is gone: nothing that it would have done happens any more.
    kill(at) {
      this.tabs[at].close();
      this.tabs[at] = null;
      for (const [id, timer] of this.timers) if (timer.at === at) this.timers.delete(id);
    }

    type(at) {
      const tab = this.tabs[at];
      const word = `t${this.typed.length}`;
      this.typed.push(word);
      tab.edit({ attitude: `${tab.record.sections.attitude ?? ""} ${word}` });
    }

    step() {
      const at = this.pick([0, 1]);
      const tab = this.tabs[at];
      const choice = this.random();
      if (!tab) return choice < 0.7 ? this.open(at) : this.deliver();
      if (choice < 0.35) return this.type(at);
      if (choice < 0.55) return this.fire();
      if (choice < 0.8) return this.deliver();
      if (choice < 0.86) return this.kill(at);
      if (choice < 0.9) return void tab.save({ leaving: true });
      if (choice < 0.95) return tab.record.conflict && void this.pick([() => tab.useMine(), () => tab.useTheirs(`w${++this.names}`)])();
      return this.settleOne();
    }

    fire() {
      const id = this.pick([...this.timers.keys()]);
      const timer = this.timers.get(id);
      this.timers.delete(id);
      timer?.run();
    }

    deliver() {
      if (this.pending.length > 0) this.pending.splice(Math.floor(this.random() * this.pending.length), 1)[0]();
    }

    settleOne() {
      const alive = new Set(this.tabs.filter(Boolean).map((tab) => tab.record.writer));
      const record = this.pick([...this.device.values()].filter((r) => !r.acked && !alive.has(r.writer)));
      if (record) void settle(structuredClone(record), { keep: this.keep, drop: this.drop, send: this.send });
    }

    check(when) {
      const everywhere = [
        ...this.server.versions.map((v) => v.text), this.server.text,
        ...[...this.device.values()].map((r) => r.sections), ...this.tabs.filter(Boolean).map((tab) => tab.record.sections),
      ].map((text) => new Set((text.attitude ?? "").split(" ")));
      for (const word of this.typed) if (!everywhere.some((words) => words.has(word))) throw new Error(`${word} is gone ${when}`);
      for (const tab of this.tabs.filter(Boolean)) {
        const { acked, base, sections } = tab.record;
        if (acked && !same(this.server.accepted.get(base) ?? {}, sections)) throw new Error(`"saved" is not true ${when}`);
      }
    }

    // Everything is closed, the network is good: all words must be on the server.
    async end() {
      for (const at of [0, 1]) if (this.tabs[at]) this.kill(at);
      await this.drain();
      for (let round = 0; round < 3; round++) {
        for (const record of [...this.device.values()].filter((r) => !r.acked)) {
          const good = async (r) => structuredClone(this.server.put(structuredClone({ base: r.base, sections: r.sections })));
          await settle(structuredClone(record), { keep: this.keep, drop: this.drop, send: good });
        }
      }
      const kept = [...this.server.versions.map((v) => v.text), this.server.text].map((text) => new Set((text.attitude ?? "").split(" ")));
      const waiting = [...this.device.values()].filter((r) => r.conflict).map((r) => new Set((r.sections.attitude ?? "").split(" ")));
      for (const word of this.typed) {
        if (kept.some((words) => words.has(word))) continue;
        throw new Error(waiting.some((words) => words.has(word)) ? `${word} waits on the device only` : `${word} is gone at the end`);
      }
    }

    async drain() {
      for (let i = 0; i < 50; i++) {
        this.deliver();
        await null;
        await null;
      }
    }
  }

  for (let seed = 1; seed <= count; seed++) {
    const world = new World(lottery(seed));
    try {
      for (let step = 0; step < steps; step++) {
        world.step();
        for (let turn = 0; turn < 4; turn++) await null;
        world.check(`in step ${step}`);
      }
      await world.end();
    } catch (error) {
      return `interleaving ${seed}: ${error.message}`;
    }
  }
  return "";
}
