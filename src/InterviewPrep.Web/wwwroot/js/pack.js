// Sets a class pack piece by piece: the line says how far it is, and the print button waits for the last sheet.
const line = document.querySelector("[data-pack]");
const paper = document.querySelector("main.paper");

/** The leaves of a piece. As a document by XMLHttpRequest: nothing in it runs, and no string becomes markup. */
function fetchLeaves(from) {
  return new Promise((resolve) => {
    const address = new URL(location.href);
    address.searchParams.set("from", from);
    const request = new XMLHttpRequest();
    request.open("GET", address);
    request.responseType = "document";
    request.onload = () => resolve(request.status === 200 ? [...(request.response?.querySelectorAll("main.paper > .leaf") ?? [])] : []);
    request.onerror = () => resolve([]);
    request.send();
  });
}

async function fill() {
  const print = document.querySelector("[data-print]");
  const bar = line.parentElement.querySelector("progress");
  const total = Number(line.dataset.total);
  print.disabled = true;
  for (let next = Number(line.dataset.next); next < total; ) {
    const leaves = await fetchLeaves(next);
    if (leaves.length === 0) {
      line.textContent = `排到第 ${next} 份断了，网络不通。请刷新再试`;
      return;
    }
    paper.append(...leaves);
    next = Math.min(total, next + Number(line.dataset.piece));
    line.textContent = `已排好 ${next} / ${total} 份`;
    bar.value = next;
  }
  line.textContent = `${total} 份都排好了`;
  line.dataset.done = "true";
  bar.remove();
  print.disabled = false;
}

if (line && !line.dataset.done) fill();
