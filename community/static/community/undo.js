// Bringing back what one deleted: the button is there for as long as that can be done.

import { person } from "./page.js";

export function offerUndo(form, { undo }) {
  if (!form) return;
  const left = undo?.by === person ? Date.parse(undo.until) - Date.now() : 0;
  form.hidden = left <= 0;
  clearTimeout(form.timer);
  if (left > 0) form.timer = setTimeout(() => (form.hidden = true), left);
}
