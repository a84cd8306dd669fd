import { part, root } from "./page.js";

/** On a page of a small group only its members: who else is in the network does not read along. */
export function showPresence({ members: everybody }) {
  const own = root.dataset.members?.split(",").map(Number);
  const members = own ? everybody.filter(({ id }) => own.includes(id)) : everybody;
  if (!part("presence")) return;
  const template = root.querySelector('[data-template="member"]');
  part("members").replaceChildren(
    ...members.map(({ name }) => {
      const item = template.content.firstElementChild.cloneNode(true);
      item.textContent = name;
      return item;
    }),
  );
  part("presence").hidden = members.length === 0;
}

export class Typing {
  constructor(line) {
    this.line = line;
    this.names = new Map();
  }

  add({ id, name }) {
    clearTimeout(this.names.get(id)?.timer);
    this.names.set(id, { name, timer: setTimeout(() => this.remove(id), 6000) });
    this.show();
  }

  remove(id) {
    clearTimeout(this.names.get(id)?.timer);
    if (this.names.delete(id)) this.show();
  }

  show() {
    const names = [...this.names.values()].map(({ name }) => name);
    const { one, many } = this.line.dataset;
    this.line.textContent = { 0: "", 1: one.replace("{name}", names[0]) }[names.length] ?? many.replace("{names}", names.join(", "));
  }
}
