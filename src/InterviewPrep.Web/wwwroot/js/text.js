// Counting of spoken Chinese, the same rule as SpeechText.CountZi on the server; both run the vectors of zi.json.
// Han characters and numbered signs (①, Ⅰ, ㈠) count one each, and so does each word or number of other scripts.
const single = /[\u3400-\u9fff\uf900-\ufaff\u3007\u2160-\u2188\u2460-\u24ff\u2776-\u2793\u3220-\u325f\u3280-\u32bf]|[\u{20000}-\u{3ffff}]/gu;
const word = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:[.'-][\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*/gu;

/** 字数 of a text. */
export function countZi(text) {
  const words = text.replace(single, " ").match(word);
  return (text.match(single)?.length ?? 0) + (words?.length ?? 0);
}

/** Whole seconds to say so many 字 at a pace in 字 a minute. */
export const seconds = (zi, pace) => Math.round((zi * 60) / pace);

/** True while an input method composes: nothing may act on keys or text then. */
export const isComposing = (event) => event.isComposing || event.keyCode === 229;
