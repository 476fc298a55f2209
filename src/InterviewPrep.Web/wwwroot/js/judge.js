// Words that are selected within one sentence become a choice of their own, by pointer, touch or keys.
const sentences = document.querySelector("[data-sentences]");
const own = sentences?.querySelector("[data-own]");

if (own) document.addEventListener("selectionchange", take);

function take() {
  const selection = getSelection();
  if (selection.isCollapsed || selection.rangeCount === 0) return;
  const range = selection.getRangeAt(0);
  const sentence = holder(range.startContainer);
  if (!sentence || sentence !== holder(range.endContainer)) return;
  const words = range.toString();
  if (words.trim().length === 0) return;
  // Only text stands in a sentence, so the place in it is the length of what comes before.
  const before = document.createRange();
  before.selectNodeContents(sentence);
  before.setEnd(range.startContainer, range.startOffset);
  const choice = own.querySelector("input");
  choice.value = `${sentence.dataset.stage}:${Number(sentence.dataset.start) + before.toString().length}:${words.length}`;
  choice.checked = true;
  own.querySelector("[data-own-words]").textContent = words;
  own.hidden = false;
}

function holder(node) {
  const element = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
  return element?.closest("[data-start]");
}
