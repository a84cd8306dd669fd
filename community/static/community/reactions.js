// Reactions: what others give appears at once, one's own goes over the socket.

import { part, person } from "./page.js";

/** Show who gave which reaction to the post of this item. */
export function showReactions(form, reactions = []) {
  for (const button of form.querySelectorAll("[data-reaction]")) {
    const kind = button.dataset.reaction;
    const people = reactions.find((it) => it.kind === kind)?.people ?? [];
    const own = people.some(({ id }) => id === person);
    part("number", button).textContent = people.length || "";
    button.toggleAttribute("data-none", people.length === 0);
    button.title = people.map(({ name }) => name).join(", ");
    button.setAttribute("aria-pressed", String(own));
    button.value = `${own ? "-" : ""}${kind}`;
  }
}

/** Over the socket when it is there; otherwise the form goes the plain way. */
export function reacting(list, connection) {
  list.addEventListener("submit", (event) => {
    const post = event.target.closest("[data-post]");
    const button = event.submitter;
    if (!button?.dataset.reaction || !post) return;
    const on = button.getAttribute("aria-pressed") !== "true";
    if (connection.send({ type: "react", post: Number(post.dataset.post), reaction: button.dataset.reaction, on })) event.preventDefault();
  });
}
