// Counting of spoken Chinese, the same rule as SpeechText.CountZi on the server: Han characters, and each Latin word as one.
const han = /[\u3400-\u9fff\uf900-\ufaff\u3007]|[\u{20000}-\u{3ffff}]/gu;
const word = /[\p{L}\p{N}]+(?:[.'-][\p{L}\p{N}]+)*/gu;

/** 字数 of a text. */
export function countZi(text) {
  const latin = text.replace(han, " ").match(word);
  return (text.match(han)?.length ?? 0) + (latin?.length ?? 0);
}

/** Whole seconds to say so many 字 at a pace in 字 a minute. */
export const seconds = (zi, pace) => Math.round((zi * 60) / pace);

/** True while an input method composes: nothing may act on keys or text then. */
export const isComposing = (event) => event.isComposing || event.keyCode === 229;
