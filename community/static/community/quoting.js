// The quote button: what is selected in a message, or all of it, goes into the reply with its author and its place.

import { part } from "./page.js";
import { paragraphs } from "./writing.js";

const escaped = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

function saidIn(post) {
  const body = part("body", post);
  const selection = getSelection();
  const inside = !selection.isCollapsed && body.contains(selection.anchorNode) && body.contains(selection.focusNode);
  return (inside ? selection.toString() : body.innerText).trim();
}

export function quoting(view, writing) {
  view.list.addEventListener("mousedown", (event) => event.target.closest('[data-part="cite"]') && event.preventDefault());
  view.list.addEventListener("click", (event) => {
    const link = event.target.closest('[data-part="cite"]');
    if (!link) return;
    event.preventDefault();
    const post = link.closest("[data-post]");
    const [name, said, place] = [part("author", post).textContent, saidIn(post), part("link", post)];
    const html = `<blockquote><p><a href="${escaped(place.getAttribute("href"))}">${escaped(name)}</a>:</p>${paragraphs(said)}</blockquote><p></p>`;
    const lines = [`${name}, ${place.href}`, "", ...said.split("\n")];
    writing.insert({ html, text: `${lines.map((line) => `> ${line}`.trimEnd()).join("\n")}\n\n` });
  });
}
