// What the device keeps of a draft on one page, and what becomes of it when that page is closed or another is opened.
const mostUnanswered = 20; // texts remembered as "sent, answer unknown"

/** What a visitor wrote has gone into an account; from now on it is the account's. */
export function takeOver(record, { owner }) {
  if (owner && owner !== record.owner) Object.assign(record, { owner, anonymous: false });
}

/** True where two answers say the same in every stage. */
export function same(a, b) {
  const stages = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...stages].every((stage) => (a[stage] ?? "") === (b[stage] ?? ""));
}

/** The texts that were sent and whose answers are unknown, with one more; the oldest are forgotten. */
export function unanswered(sent, sections) {
  return [...sent.filter((text) => !same(text, sections)), sections].slice(-mostUnanswered);
}

/**
 * Writes into a record that the server has another text.
 * @param answer What the server said: its text, and whether it has taken the losing one into its history.
 * @param tried The text that was sent.
 * @returns True where the stored text is one's own, sent earlier, whose answer was lost: then there is no conflict.
 */
export function disagree(record, { revision, savedAt, sections, kept, title }, tried) {
  if (same(sections, record.sections) || record.sent.some((text) => same(text, sections))) return true;
  record.sent = [];
  // Too many such texts are in the history already: then this page and its device have the only copy.
  record.conflict = { revision, savedAt, sections, warning: kept === false ? title : undefined };
  record.kept = kept !== false && same(record.sections, tried);
  return false;
}

/** The record of a page that has just been opened; `kept` means that the server has the losing text of a conflict as it stands. */
export const newRecord = (page) => ({ sections: {}, base: 0, acked: true, savedAt: null, at: 0, sent: [], conflict: null, kept: false, begin: false, ...page });

/**
 * Sends the record of a page that is closed.
 * @param tools keep: puts a record on the device; drop: removes records by writer; send: as for a Writer.
 * @returns True where nothing is left to be done about it; a conflict waits for a person.
 */
export async function settle(record, { keep, drop, send }) {
  if (record.conflict && record.kept && !record.decided) return false;
  await keep({ ...record, sent: [...record.sent, record.sections] }, true);
  let answer = await send(record);
  if (answer.kind === "conflict" && record.sent.some((text) => same(text, answer.sections))) {
    record.base = answer.revision; // one's own earlier text, whose answer was lost
    answer = await send(record);
  }
  takeOver(record, answer);
  if (record.decided && (answer.kind === "saved" || (answer.kind === "conflict" && answer.kept !== false))) {
    await drop([record.writer]); // it is in the history now
    return true;
  }
  if (answer.kind === "saved") {
    await keep({ ...record, acked: true, sent: [], base: answer.revision, savedAt: answer.savedAt }, true);
    return true;
  }
  if (answer.kind === "conflict") {
    const { revision, savedAt, sections } = answer;
    await keep({ ...record, sent: [], conflict: { revision, savedAt, sections }, kept: answer.kept !== false }, true);
  }
  if (answer.kind === "gone") await keep({ ...record, gone: true }, true);
  return false;
}

/**
 * What a page that has just been opened begins with, given what the device has of the same draft.
 * @param page What the server wrote into the page: base, sections, savedAt, and unsaved where it could not keep them.
 * @param records Records of this draft and this person whose pages are closed.
 * @returns {{start: object, replaces: string[], acknowledged: object}} `start` is laid over the page's own record; `replaces` are
 * the writers it takes the place of; `acknowledged` is the server's text at the base, null where it is not known.
 */
export function recover(page, records) {
  const isPages = (record) => record.base <= page.base && same(record.sections, page.sections);
  const unsent = records.filter((r) => !r.acked && !isPages(r)).sort((a, b) => b.at - a.at);
  const settled = records.filter((r) => r.acked || isPages(r));
  const newest = settled.filter((r) => r.acked && r.base > page.base).sort((a, b) => b.base - a.base)[0];
  const replaces = settled.map((r) => r.writer);
  if (page.unsaved) return { start: { acked: false }, replaces: [], acknowledged: null };
  const adopted = unsent[0];
  if (adopted) {
    const landed = page.base > adopted.base && adopted.sent.some((text) => same(text, page.sections));
    const { sections, at, sent, conflict, kept, begin } = adopted;
    const base = landed ? page.base : adopted.base;
    const start = { sections, at, sent, begin, base, kept, conflict: landed ? null : conflict, acked: false };
    return { start, replaces: newest ? [adopted.writer] : [adopted.writer, ...replaces], acknowledged: base === page.base ? page.sections : null };
  }
  // A page from the offline store may be older than what this device has seen acknowledged since.
  if (newest) {
    const { sections, base, savedAt, at } = newest;
    return { start: { sections, base, savedAt, at }, replaces, acknowledged: sections };
  }
  return { start: {}, replaces };
}
