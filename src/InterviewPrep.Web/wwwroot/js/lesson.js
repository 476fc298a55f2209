// Where the browser cannot grow a field by itself, grow it with what is typed.
if (!CSS.supports("field-sizing", "content")) {
  for (const field of document.querySelectorAll("textarea[data-grow]")) {
    field.addEventListener("input", () => {
      field.rows = Math.max(3, field.value.split("\n").length + Math.ceil(field.value.length / 30));
    });
  }
}
