// For people who have written here before: sends what this device still has, and learns the server's time.
import { flush } from "./flush.js";
import { refresh } from "./session.js";
import { hasLearned } from "./time.js";

const hasEditor = document.querySelector("form[data-draft-id]") !== null; // it sends in its own order
if (!hasEditor) flush();
addEventListener("online", () => flush());
if (!hasLearned()) refresh().catch(() => {});
