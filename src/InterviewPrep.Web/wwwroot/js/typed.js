// A page with several forms sends one of them. What was typed into the others is put back when the page comes again; it stays in this tab.
const texts = "textarea, input:is(:not([type]), [type=text], [type=search], [type=number], [type=date], [type=time], [type=datetime-local])";
// The practice form and the marking desk save what is typed by themselves. Hidden fields that tell the forms of a list apart.
const ids = ["appeal", "attempt", "comment", "id", "person", "phrase", "question", "row", "submission", "user"];
const store = `typed ${document.body.dataset.owner ?? ""} ${location.pathname}`;

const fields = (except) => [...document.forms].filter((form) => form !== except && !form.matches("[data-draft-id], .marking-form")).flatMap((form) => [...form.elements].filter((field) => field.name && field.matches(texts)));

function nameOf({ form, name }) {
  return [form.getAttribute("action") ?? "", ...ids.map((id) => form.querySelector(`input[type=hidden][name=${id}]`)?.value ?? ""), name].join("\n");
}

function putBack() {
  const kept = JSON.parse(sessionStorage.getItem(store) ?? "{}");
  sessionStorage.removeItem(store);
  for (const field of fields()) {
    const text = kept[nameOf(field)];
    if (text === undefined || field.value !== field.defaultValue) continue;
    field.value = text;
    field.closest("details")?.setAttribute("open", "");
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

addEventListener("submit", ({ target }) => {
  const typed = fields(target).filter((field) => field.value !== field.defaultValue);
  if (typed.length > 0) sessionStorage.setItem(store, JSON.stringify(Object.fromEntries(typed.map((field) => [nameOf(field), field.value]))));
});
putBack();
