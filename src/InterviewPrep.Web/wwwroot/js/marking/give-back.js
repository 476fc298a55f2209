// 退回重做 from the form: by the plain form, once the marks are in the store.
import * as saving from "./saving.js";

let leaving = false; // the plain form is on its way

export const isLeaving = () => leaving;

/** Opens the part of the form that gives the answer back. @returns the field for the reason; null where it cannot be given back. */
export function open(form) {
  const box = form.querySelector("[data-give-back]");
  if (!box) return null;
  box.open = true;
  return box.querySelector("textarea");
}

/** Sends the form as the button would without scripts. */
export async function send(form, button) {
  saving.save(form);
  await saving.settled();
  if (saving.isStopped(form.dataset.id)) return;
  leaving = true;
  form.requestSubmit(button);
}
