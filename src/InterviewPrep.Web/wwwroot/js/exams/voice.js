// The examiner's voice: one that lives on this device, never a service. Where there is none, the words stand on the screen.
const synthesis = globalThis.speechSynthesis;

const find = () => synthesis?.getVoices().find((v) => v.localService && /^(zh|cmn)\b/i.test(v.lang)) ?? null;

// Browsers learn their voices a moment after the page.
synthesis?.addEventListener?.("voiceschanged", find);

/** True where a voice of this device can read Chinese. */
export const hasVoice = () => find() !== null;

/**
 * Says words aloud.
 * @param told Called with true once the voice is really speaking, and with false where it cannot.
 */
export function say(words, told = () => {}) {
  const voice = find();
  if (!voice || !words) return told(false);
  const utterance = new SpeechSynthesisUtterance(words);
  utterance.voice = voice;
  utterance.lang = voice.lang;
  utterance.rate = 0.95;
  utterance.addEventListener("start", () => told(true));
  utterance.addEventListener("error", (event) => event.error !== "interrupted" && event.error !== "canceled" && told(false));
  synthesis.speak(utterance);
}

export const stopSaying = () => synthesis?.cancel();
