// Passkeys: asks the site for a challenge, the browser for an answer, and sends the answer with the form.
const usable = window.isSecureContext && "PublicKeyCredential" in window
  && "parseCreationOptionsFromJSON" in PublicKeyCredential && "toJSON" in PublicKeyCredential.prototype;

const problems = new Map([
  ["NotAllowedError", "没有完成：您取消了，或者等太久了。"],
  ["InvalidStateError", "这台设备上已经有一把这个账号的通行密钥了。"],
  ["SecurityError", "这个网址不能用通行密钥，请用正式的网址打开。"],
]);

async function ask(form) {
  const token = form.querySelector("input[name=__RequestVerificationToken]").value;
  const response = await fetch(form.dataset.options, { method: "POST", headers: { RequestVerificationToken: token } });
  if (!response.ok) throw new Error(`options: ${response.status}`);
  const options = await response.json();
  const credential = form.dataset.passkey === "create"
    ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
    : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
  return JSON.stringify(credential.toJSON());
}

for (const form of usable ? document.querySelectorAll("form[data-passkey]") : []) {
  const line = form.querySelector("[data-passkey-problem]");
  form.hidden = false;
  form.querySelector("[data-passkey-button]").hidden = false;
  const none = form.querySelector("[data-passkey-none]");
  if (none) none.hidden = true;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    line.hidden = true;
    try {
      form.elements.namedItem("credential").value = await ask(form);
      form.submit();
    } catch (error) {
      line.textContent = problems.get(error.name) ?? "没有成功，请刷新页面再试。";
      line.hidden = false;
    }
  });
}
