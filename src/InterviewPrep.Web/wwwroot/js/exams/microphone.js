// The microphone: why there is none, how loud it is, and a recording in slices that survives what happens to the page.
import { newId } from "../ids.js";
import { keep } from "./takes.js";

const everySlice = 2_000; // milliseconds
const formats = ["audio/webm;codecs=opus", "audio/webm", "audio/mp4;codecs=mp4a.40.2", "audio/mp4", "audio/ogg;codecs=opus"];
let stream = null, context = null;

/** Why this page cannot record before it has asked; null where it can ask. */
export function hindrance() {
  if (!isSecureContext) return "这个网址是 http 开头的，浏览器不让网页用麦克风。跟您的设备没有关系。";
  if (!navigator.mediaDevices?.getUserMedia || !globalThis.MediaRecorder) return "这个浏览器不能录音。换一个新一些的浏览器，或者用手机自带的录音机。";
  return null;
}

/** What went wrong when the microphone was asked for, said to the person. */
export function reason(error) {
  switch (error.name) {
    case "NotAllowedError":
    case "SecurityError":
      return "您点过「不允许」。点地址栏左边的图标，把「麦克风」改成「允许」，再回到这里。";
    case "NotFoundError":
    case "OverconstrainedError":
      return "没找到麦克风。插上耳机，或者换一台设备。";
    case "NotReadableError":
      return "麦克风打不开，可能正被别的程序占着。";
    default:
      return "麦克风打不开。";
  }
}

/** The open microphone; asked for once on a page. */
export async function open() {
  if (stream?.getAudioTracks().some((t) => t.readyState === "live")) return stream;
  stream = await navigator.mediaDevices.getUserMedia({ audio: { echoCancellation: false, noiseSuppression: false, autoGainControl: true } });
  return stream;
}

export const close = () => {
  stream?.getTracks().forEach((t) => t.stop());
  stream = null;
};

/**
 * Tells how loud it is, from 0 to 1, some ten times a second.
 * @returns A function that stops it.
 */
export function listen(told) {
  context ??= new AudioContext();
  context.resume();
  const source = context.createMediaStreamSource(stream);
  const analyser = context.createAnalyser();
  analyser.fftSize = 2048;
  source.connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  const timer = setInterval(() => {
    analyser.getFloatTimeDomainData(samples);
    const power = samples.reduce((sum, s) => sum + s * s, 0) / samples.length;
    // From silence at −60 dB to full scale.
    told(Math.min(1, Math.max(0, 1 + Math.log10(power + 1e-12) * 10 / 60)));
  }, 100);
  return () => {
    clearInterval(timer);
    source.disconnect();
  };
}

/**
 * Records an answer.
 * @param about Whose it is: path of the sitting and number of the question.
 * @param kept Called when another slice is safe on this device, with the seconds that are recorded.
 * @param stopped Called where the microphone ends by itself.
 * @returns An object whose <c>stop</c> resolves when the last slice is safe.
 */
export function record(about, { kept, stopped }) {
  const type = formats.find((f) => MediaRecorder.isTypeSupported(f)) ?? "";
  const recorder = new MediaRecorder(stream, { mimeType: type, audioBitsPerSecond: 32_000 });
  const take = newId();
  const began = performance.now();
  let slice = 0;
  let writing = Promise.resolve();
  recorder.addEventListener("dataavailable", ({ data }) => {
    if (data.size === 0) return;
    const number = slice++;
    const seconds = (performance.now() - began) / 1000;
    writing = writing.then(async () => {
      await keep({ ...about, take, slice: number, type: recorder.mimeType || type, bytes: await data.arrayBuffer() });
      kept(seconds);
    }).catch(() => kept(null));
  });
  const ended = new Promise((resolve) => recorder.addEventListener("stop", resolve));
  for (const track of stream.getAudioTracks()) track.addEventListener("ended", stopped);
  recorder.start(everySlice);
  // A page that goes away at any moment has at least this on the device.
  const flush = () => document.visibilityState === "hidden" && recorder.state === "recording" && recorder.requestData();
  document.addEventListener("visibilitychange", flush);
  return {
    stop: async () => {
      document.removeEventListener("visibilitychange", flush);
      if (recorder.state !== "inactive") {
        recorder.stop();
        await ended;
      }
      await writing;
    },
  };
}
