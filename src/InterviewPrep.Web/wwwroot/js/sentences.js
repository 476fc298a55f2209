// Chinese text by sentences: the same rule as SentenceComparison on the server, so that both show the same differences.
const ends = "。！？!?…\n";
const closers = "”’」』）》\"'";

/** Pairs of sentences that are compared at most; longer texts are compared by the sentences that occur once in each. */
const mostCells = 250_000;

/** The sentences of a text with their marks, in order; blanks around them are left out. */
export function split(text) {
  const sentences = [];
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    if (!ends.includes(text[i])) continue;
    while (i + 1 < text.length && (ends + closers).includes(text[i + 1])) i++;
    sentences.push(text.slice(from, i + 1));
    from = i + 1;
  }
  sentences.push(text.slice(from));
  return sentences.map((s) => s.trim()).filter((s) => s.length > 0);
}

/** How `after` came from `before`: a list of [change, sentence], the change being "=", "-" or "+". */
export function compare(before, after) {
  const [a, b] = [split(before), split(after)];
  const changes = [];
  let [i, j] = [0, 0];
  for (const [first, second] of [...common(a, b), [a.length, b.length]]) {
    while (i < first) changes.push(["-", a[i++]]);
    while (j < second) changes.push(["+", b[j++]]);
    if (i === a.length) break;
    changes.push(["=", a[i++]]);
    j++;
  }
  return changes;
}

// Places of the sentences that both have, in order; see CommonSubsequence.
function common(a, b) {
  const pairs = [];
  const start = equal(a, b, 0, 0, a.length, b.length, pairs);
  if ((a.length - start) * (b.length - start) <= mostCells) exactly(a, b, start, pairs);
  else byUnique(a, b, start, pairs);
  return pairs;
}

function equal(a, b, i, j, endOfA, endOfB, pairs) {
  let length = 0;
  for (; i + length < endOfA && j + length < endOfB && a[i + length] === b[j + length]; length++) pairs.push([i + length, j + length]);
  return length;
}

function exactly(a, b, start, pairs) {
  const longest = Array.from({ length: a.length + 1 - start }, () => new Uint16Array(b.length + 1 - start));
  const at = (i, j) => longest[i - start][j - start];
  for (let i = a.length - 1; i >= start; i--)
    for (let j = b.length - 1; j >= start; j--) longest[i - start][j - start] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  for (let [i, j] = [start, start]; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
}

function byUnique(a, b, start, pairs) {
  let [i, j] = [start, start];
  for (const [first, second] of increasing(unique(a, b, start))) {
    if (first < i || second < j) continue;
    equal(a, b, i, j, first, second, pairs);
    const run = equal(a, b, first, second, a.length, b.length, pairs);
    [i, j] = [first + run, second + run];
  }
  equal(a, b, i, j, a.length, b.length, pairs);
}

function unique(a, b, start) {
  const places = (list) => {
    const found = new Map();
    for (let k = start; k < list.length; k++) found.set(list[k], found.has(list[k]) ? -1 : k);
    return found;
  };
  const [inA, inB] = [places(a), places(b)];
  return [...inA].filter(([sentence, k]) => k >= 0 && (inB.get(sentence) ?? -1) >= 0).map(([sentence, k]) => [k, inB.get(sentence)]);
}

function increasing(found) {
  const [tops, before] = [[], []];
  found.forEach(([, second], k) => {
    let [low, high] = [0, tops.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (found[tops[middle]][1] < second) low = middle + 1;
      else high = middle;
    }
    before[k] = low === 0 ? -1 : tops[low - 1];
    tops[low] = k;
  });
  const row = [];
  for (let k = tops.at(-1) ?? -1; k >= 0; k = before[k]) row.push(found[k]);
  return row.reverse();
}
