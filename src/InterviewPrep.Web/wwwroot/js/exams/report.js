// Hearing oneself: a player with a speed, a picture of the sound, and the figures that are measured from it.
import { face } from "../countdown.js";
import { measure } from "./sound.js";
import { sendAll } from "./takes.js";

const width = 600, height = 56;
const rates = [0.75, 1, 1.25, 1.5, 2];
const end = 1e7; // seconds; to look for this makes a browser learn how long a recording is that does not say it
const time = (seconds) => face(Math.round(seconds)).replace(/^0(?=\d:)/, "");

function element(name, attributes, namespace = "http://www.w3.org/2000/svg") {
  const made = document.createElementNS(namespace, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

function wave(figures, audio) {
  const svg = element("svg", { viewBox: `0 0 ${width} ${height}`, class: "wave", role: "img", "aria-label": `${time(figures.seconds)} 的录音，停顿超过 1.5 秒有 ${figures.pauses.length} 处`, preserveAspectRatio: "none" });
  for (const pause of figures.pauses) svg.append(element("rect", { class: "pause", x: (pause.from / figures.seconds) * width, width: ((pause.to - pause.from) / figures.seconds) * width, y: 0, height }));
  const loudest = figures.frames.reduce((a, b) => Math.max(a, b), 1e-6);
  const columns = 200;
  for (let i = 0; i < columns; i++) {
    const part = figures.frames.slice(Math.floor((i * figures.frames.length) / columns), Math.floor(((i + 1) * figures.frames.length) / columns));
    const h = Math.max(1, (part.reduce((a, b) => Math.max(a, b), 0) / loudest) * (height - 4));
    svg.append(element("rect", { x: (i * width) / columns, width: width / columns - 1, y: (height - h) / 2, height: h }));
  }
  const here = element("rect", { class: "here", x: 0, y: 0, width: 2, height });
  svg.append(here);
  audio.addEventListener("timeupdate", () => here.setAttribute("x", Math.min(1, audio.currentTime / figures.seconds) * (width - 2)));
  svg.addEventListener("click", (event) => (audio.currentTime = (event.offsetX / svg.clientWidth) * figures.seconds));
  return svg;
}

function row(list, name, value) {
  const [dt, dd] = [document.createElement("dt"), document.createElement("dd")];
  [dt.textContent, dd.textContent] = [name, value];
  dd.className = "num";
  list.append(dt, dd);
}

async function hear(box) {
  const audio = box.querySelector("audio");
  const label = document.createElement("label");
  label.textContent = "倍速";
  label.className = "small";
  const select = document.createElement("select");
  for (const rate of rates) select.append(new Option(`${rate}×`, rate, rate === 1, rate === 1));
  select.addEventListener("change", () => (audio.playbackRate = Number(select.value)));
  label.append(select);
  audio.after(label);

  const bytes = await (await fetch(box.dataset.take)).arrayBuffer();
  // Once it is here as a whole, any place of it can be gone to, also in a recording that does not say how long it is.
  audio.src = URL.createObjectURL(new Blob([bytes], { type: audio.dataset.type }));
  audio.addEventListener("loadedmetadata", () => {
    if (Number.isFinite(audio.duration)) return;
    audio.addEventListener("durationchange", () => (audio.currentTime = 0), { once: true });
    audio.currentTime = end;
  }, { once: true });
  const sound = await new OfflineAudioContext(1, 1, 48_000).decodeAudioData(bytes.slice(0));
  const figures = measure(sound.getChannelData(0), sound.sampleRate);
  const list = document.createElement("dl");
  row(list, "录音", time(figures.seconds));
  row(list, "开口", figures.first === null ? "没有听到说话" : `开始后 ${figures.first.toFixed(1)} 秒`);
  row(list, "说话", `${Math.round(figures.share * 100)}%，停顿超过 1.5 秒有 ${figures.pauses.length} 处${figures.pauses.length > 0 ? `：${figures.pauses.map((p) => `${time(p.from)} 停 ${(p.to - p.from).toFixed(1)} 秒`).join("，")}` : ""}`);
  Object.assign(box.dataset, { seconds: figures.seconds.toFixed(3), first: figures.first?.toFixed(3) ?? "", pauses: figures.pauses.map((p) => (p.to - p.from).toFixed(3)).join(" ") });
  label.after(wave(figures, audio), list);
}

for (const box of document.querySelectorAll("[data-take]")) {
  hear(box).catch(() => {
    const note = document.createElement("p");
    note.className = "small muted";
    note.textContent = "这段录音这个浏览器量不了，只能听。";
    box.append(note);
  });
}

// What the last answer has left on this device arrives while the report is read.
const line = document.querySelector("[data-left]");
async function bring() {
  let hasSent = false;
  const isDone = await sendAll(null, (left) => {
    hasSent = true;
    line.hidden = false;
    line.textContent = left > 0 ? `录音还有 ${left} 段在传，不用等在这里。` : "录音都到了。";
  }).catch(() => true);
  if (isDone && hasSent) location.reload();
  else if (!isDone) setTimeout(bring, 3_000);
}
if (line) bring();
