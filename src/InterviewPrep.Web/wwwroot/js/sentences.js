// Chinese text by sentences: the same rule as SentenceComparison on the server, so that both show the same differences.
const ends = "。！？!?…\n";
const closers = "”’」』）》\"'";

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
  const common = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--) common[i][j] = a[i] === b[j] ? common[i + 1][j + 1] + 1 : Math.max(common[i + 1][j], common[i][j + 1]);
  const changes = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      changes.push(["=", a[i++]]);
      j++;
    } else if (j === b.length || (i < a.length && common[i + 1][j] >= common[i][j + 1])) changes.push(["-", a[i++]]);
    else changes.push(["+", b[j++]]);
  }
  return changes;
}
