// Reads the code of a photographed page and turns the page upright. No network, no worker: it runs where the photo is.
import { decodeQR } from "../lib/qr-decode.js";

const LongestSide = 2400;
const looksForAnother = 3; // of the ways of looking; each costs as much as the first reading
const Code = /^[0-9A-HJKMNP-TV-Z]{30}$/;

/** Draws a picture into a canvas of at most a size. */
function draw(source, width, height, scale) {
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const context = canvas.getContext("2d", { willReadFrequently: true });
  context.imageSmoothingQuality = "high";
  context.drawImage(source, 0, 0, canvas.width, canvas.height);
  return canvas;
}

const pixels = (canvas) => canvas.getContext("2d", { willReadFrequently: true }).getImageData(0, 0, canvas.width, canvas.height);

/** Grey values; what the decoder sees of a colour picture. */
function grey({ data, width, height }) {
  const luma = new Uint8Array(width * height);
  for (let i = 0, j = 0; i < luma.length; i++, j += 4) luma[i] = (data[j] * 77 + data[j + 1] * 150 + data[j + 2] * 29) >> 8;
  return { luma, width, height };
}

const rgb = ({ luma, width, height }) => {
  const data = new Uint8ClampedArray(luma.length * 3);
  for (let i = 0, j = 0; i < luma.length; i++) data[j++] = data[j++] = data[j++] = luma[i];
  return { data, width, height };
};

/** The mean of nine: sensor noise goes, modules stay. */
function smooth({ luma, width, height }) {
  const out = luma.slice();
  for (let y = 1; y < height - 1; y++) {
    for (let i = y * width + 1; i < (y + 1) * width - 1; i++) {
      out[i] = (luma[i - width - 1] + luma[i - width] + luma[i - width + 1] + luma[i - 1] + luma[i] * 2 + luma[i + 1] + luma[i + width - 1] + luma[i + width] + luma[i + width + 1]) / 10;
    }
  }
  return { luma: out, width, height };
}

/** Dim pictures get the whole range of grey. */
function stretch({ luma, width, height }) {
  const counts = new Uint32Array(256);
  for (const v of luma) counts[v]++;
  const part = luma.length / 200;
  let low = 0, high = 255;
  for (let n = 0; low < 255 && (n += counts[low]) < part; low++);
  for (let n = 0; high > 0 && (n += counts[high]) < part; high--);
  const range = Math.max(1, high - low);
  return { luma: luma.map((v) => Math.max(0, Math.min(255, ((v - low) * 255) / range))), width, height };
}

function decode(image) {
  let corners = null;
  try {
    const text = decodeQR(image, { pointsOnDetect: (points) => { corners = [points.tl, points.tr, points.bl]; } });
    return Code.test(text) ? { code: text, corners } : null;
  } catch {
    return null;
  }
}

/** Ways of looking at the same picture, the cheapest first. */
function* looks(canvas) {
  const plain = pixels(canvas);
  yield [plain, 1];
  const clear = stretch(grey(plain));
  const calm = smooth(clear);
  yield [rgb(calm), 1];
  for (const scale of [.7, 1.5, .5]) {
    if (Math.max(canvas.width, canvas.height) * scale > LongestSide * 1.3) continue;
    const other = draw(canvas, canvas.width, canvas.height, scale);
    const view = stretch(grey(pixels(other)));
    yield [rgb(scale > 1 ? smooth(view) : view), scale];
  }
  yield [rgb(smooth(calm)), 1];
}

/** Quarter turns to the right after which the code, and so the page, stands upright. */
function turns(corners) {
  if (!corners) return 0;
  const [a, b] = corners;
  return (4 - Math.round(Math.atan2(b.y - a.y, b.x - a.x) / (Math.PI / 2))) % 4;
}

function turned(canvas, quarters) {
  if (!quarters) return canvas;
  const out = document.createElement("canvas");
  [out.width, out.height] = quarters % 2 ? [canvas.height, canvas.width] : [canvas.width, canvas.height];
  const context = out.getContext("2d");
  context.translate(out.width / 2, out.height / 2);
  context.rotate((quarters * Math.PI) / 2);
  context.drawImage(canvas, -canvas.width / 2, -canvas.height / 2);
  return out;
}

/** Whether a second sheet lies in the same photo: the code that was found is painted over, and another one looked for. */
function holdsAnother(canvas, scale, { code, corners }) {
  if (!corners) return false;
  const rest = draw(canvas, canvas.width, canvas.height, 1);
  const [a, b, c] = corners.map((p) => ({ x: p.x / scale, y: p.y / scale }));
  const side = 2 * Math.max(Math.hypot(b.x - a.x, b.y - a.y), Math.hypot(c.x - a.x, c.y - a.y));
  const context = rest.getContext("2d");
  context.fillStyle = "white";
  context.fillRect((b.x + c.x - side) / 2, (b.y + c.y - side) / 2, side, side);
  let left = looksForAnother;
  for (const [image] of looks(rest)) {
    const other = decode(image);
    if (other) return other.code !== code;
    if (--left === 0) break;
  }
  return false;
}

/**
 * @param {Blob} file a photo
 * @returns {Promise<{code: string, several: boolean, photo: Blob}>} the code, empty where none was read or several were, and the photo, upright, of a bounded size
 */
export async function readPage(file) {
  const bitmap = await createImageBitmap(file, { imageOrientation: "from-image" });
  const scale = Math.min(1, LongestSide / Math.max(bitmap.width, bitmap.height));
  let canvas = draw(bitmap, bitmap.width, bitmap.height, scale);
  bitmap.close();
  let found = null, seenAt = 1;
  for (const [image, scale] of looks(canvas)) {
    seenAt = scale;
    if ((found = decode(image))) break;
    await new Promise((next) => setTimeout(next));
  }
  const several = found !== null && holdsAnother(canvas, seenAt, found);
  if (found) canvas = turned(canvas, turns(found.corners));
  const photo = await new Promise((done) => canvas.toBlob(done, "image/jpeg", .85));
  return { code: several ? "" : found?.code ?? "", several, photo };
}
