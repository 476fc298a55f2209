// What a recording sounds like in figures: where somebody speaks and where not. Measured from the samples, so that every device tells the same.
const frame = 0.01; // seconds
const gap = 0.3, shortest = 0.06; // seconds: a breath within a word, and a click that is no word
export const longPause = 1.5; // seconds

/** Loudness of every frame: the root of the mean square. */
export function loudness(samples, rate) {
  const size = Math.round(rate * frame);
  const frames = new Float32Array(Math.floor(samples.length / size));
  for (let i = 0; i < frames.length; i++) {
    let sum = 0;
    for (let j = i * size; j < (i + 1) * size; j++) sum += samples[j] * samples[j];
    frames[i] = Math.sqrt(sum / size);
  }
  return frames;
}

/** Stretches of speech in seconds, from the loudness of the frames. */
export function speech(frames) {
  const sorted = [...frames].sort((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  // Between the noise of the room and the voice, nearer to the noise; a room that is silent to the last bit has no noise to measure.
  const [noise, voice] = [at(0.1), at(0.95)];
  const threshold = Math.max(0.002, Math.min(noise * 4, voice * 0.25), voice * 0.06);
  const stretches = [];
  for (let i = 0; i < frames.length; i++) {
    if (frames[i] < threshold) continue;
    const last = stretches.at(-1);
    if (last && i * frame - last.to < gap) last.to = (i + 1) * frame;
    else stretches.push({ from: i * frame, to: (i + 1) * frame });
  }
  return stretches.filter((s) => s.to - s.from >= shortest);
}

/** The figures of a recording. */
export function measure(samples, rate) {
  const frames = loudness(samples, rate);
  const stretches = speech(frames);
  const seconds = samples.length / rate;
  const pauses = stretches.slice(1).map((s, i) => ({ from: stretches[i].to, to: s.from })).filter((p) => p.to - p.from >= longPause);
  return {
    seconds,
    frames,
    stretches,
    pauses,
    first: stretches[0]?.from ?? null,
    share: seconds > 0 ? stretches.reduce((sum, s) => sum + s.to - s.from, 0) / seconds : 0,
  };
}
