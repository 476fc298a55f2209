// Sends photographed pages one by one, each with the code that was read from it here.
import { readPage } from "./page-code.js";

const form = document.querySelector("[data-scans]");
const input = form.querySelector("input[type=file]");
const button = form.querySelector("button");
const progress = form.querySelector("[data-progress]");
const outcomes = form.querySelector("[data-outcomes]");
const token = form.querySelector("input[name=__RequestVerificationToken]").value;

function report(name, outcome, text) {
  const item = document.createElement("li");
  item.dataset.file = name;
  item.dataset.outcome = outcome;
  item.textContent = `${name}：${text}`;
  outcomes.append(item);
  return item;
}

const said = {
  Filed: (kept) => `归到${kept.seat}「${kept.title}」第 ${kept.page} 页`,
  NoCode: (kept, several) => several ? "照片里有两页的码，没有归，放在下面；请一页拍一张" : "没认出二维码，放在下面等您抄码",
  NotYours: () => "这张纸不是您的，放在下面",
  NoPlace: () => "这份作业已经交了，或者现在不收，放在下面；可以请老师来交",
  Occupied: () => "那一页已经有照片，没有换，放在下面等您定",
};

async function send(file) {
  let page;
  try {
    page = await readPage(file);
  } catch {
    report(file.name, "Unreadable", "这张照片打不开，没有交。苹果手机请在设置里把相机格式改成“兼容性最佳”");
    return;
  }
  const body = new FormData();
  body.append("__RequestVerificationToken", token);
  body.append("photo", page.photo, "page.jpg");
  body.append("code", page.code);
  const answer = await fetch("/api/scans", { method: "POST", body });
  if (answer.redirected || !answer.headers.get("Content-Type")?.includes("json")) throw new Error("signed out");
  const kept = await answer.json();
  if (!answer.ok) {
    report(file.name, "Refused", kept.title);
    return;
  }
  const item = report(file.name, kept.outcome, said[kept.outcome](kept, page.several));
  item.dataset.question = kept.question ?? "";
  item.dataset.page = kept.page;
}

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const files = [...input.files];
  button.disabled = true;
  outcomes.replaceChildren();
  for (const [i, file] of files.entries()) {
    progress.textContent = `正在交第 ${i + 1} 张，共 ${files.length} 张`;
    try {
      await send(file);
    } catch {
      report(file.name, "Failed", "没有交上去，网络不通或登录已过期；照片还在手机里，可以再交一次");
    }
  }
  const filed = outcomes.querySelectorAll("[data-outcome=Filed]").length;
  progress.textContent = `交完了：${filed} 张归好`;
  if (filed < files.length) progress.textContent += `，${files.length - filed} 张要您看一下`;
  const again = document.createElement("a");
  again.href = "/scans#tray";
  again.className = "btn";
  again.textContent = "看看归好的和没认出的";
  again.addEventListener("click", () => setTimeout(() => location.reload()));
  progress.append(" ", again);
  button.disabled = false;
  form.dataset.done = "true";
});
