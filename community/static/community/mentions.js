// Naming somebody: after an @ the network's people are offered under the text; arrows choose, Enter or Tab puts in.

import { part } from "./page.js";

const TYPED = /(?:^|[\s(])@([\p{L}\p{M}'’.-]*(?: [\p{L}\p{M}'’.-]*){0,3})$/u;
const MOST = 6;
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** The editor's own kind of text for a person named: one piece, as the server writes it. */
export function mentionOf({ Node }) {
  return Node.create({
    name: "mention",
    group: "inline",
    inline: true,
    atom: true,
    addAttributes: () => ({ id: { default: null }, label: { default: "" } }),
    parseHTML: () => [
      {
        tag: "span[data-mention]",
        getAttrs: (it) => ({ id: it.dataset.mention, label: it.textContent.replace(/^@/, "") }),
      },
    ],
    renderHTML: ({ node }) => ["span", { "data-mention": node.attrs.id }, `@${node.attrs.label}`],
    renderText: ({ node }) => `@${node.attrs.label}`,
  });
}

export class Suggestions {
  constructor(frame) {
    this.list = part("people", frame);
    this.status = part("people-status", frame);
    const { network, group, mentionAll } = document.querySelector('[data-template="writing"]').dataset;
    this.address = `/api/v1/networks/${network}/people${group ? `?group=${group}` : ""}`;
    this.everybody = mentionAll === undefined ? [] : [{ id: "all", name: this.list.dataset.everybody }];
    this.list.id = `people-${Math.random().toString(36).slice(2)}`;
    this.list.addEventListener("mousedown", (event) => event.preventDefault());
    this.list.addEventListener("click", ({ target }) => this.take(target.closest("li")));
  }

  follow(editor) {
    this.editor = editor;
    editor.on("transaction", () => this.look());
    editor.on("blur", () => this.close());
  }

  async look() {
    const { $from, empty } = this.editor.state.selection;
    const before = empty ? $from.parent.textBetween(Math.max(0, $from.parentOffset - 60), $from.parentOffset, null, "\ufffc") : "";
    const typed = TYPED.exec(before)?.[1];
    if (typed === undefined || !this.editor.isFocused) return this.close();
    this.typed = typed;
    this.people ??= fetch(this.address).then((answer) => (answer.ok ? answer.json() : []), () => []);
    const people = [...this.everybody, ...(await this.people)];
    if (this.typed !== typed) return undefined;
    const words = plain(typed);
    return this.show(people.filter(({ name }) => plain(name).includes(words)).slice(0, MOST));
  }

  show(people) {
    if (people.length === 0) return this.close();
    if (this.list.hidden) this.status.textContent = this.status.dataset.text;
    this.list.replaceChildren(
      ...people.map(({ id, name }, index) => {
        const item = document.createElement("li");
        Object.assign(item, { textContent: name, id: `${this.list.id}-${index}` });
        item.dataset.person = id;
        item.role = "option";
        return item;
      }),
    );
    this.list.hidden = false;
    return this.mark(this.list.firstElementChild);
  }

  mark(item) {
    this.marked = item;
    for (const it of this.list.children) it.setAttribute("aria-selected", String(it === item));
    item.scrollIntoView({ block: "nearest" });
    this.editor.view.dom.setAttribute("aria-controls", this.list.id);
    this.editor.view.dom.setAttribute("aria-activedescendant", item.id);
  }

  /** Returns whether the key was for the list. */
  key(event) {
    if (this.list.hidden) return false;
    const items = [...this.list.children];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) this.mark(items.at((items.indexOf(this.marked) + step) % items.length));
    else if (event.key === "Enter" || event.key === "Tab") this.take(this.marked);
    else if (event.key === "Escape") this.close();
    else return false;
    event.preventDefault();
    return true;
  }

  take(item) {
    if (!item) return;
    const { from } = this.editor.state.selection;
    const mention = { type: "mention", attrs: { id: item.dataset.person, label: item.textContent } };
    const range = { from: from - this.typed.length - 1, to: from };
    this.close();
    this.editor.chain().focus().insertContentAt(range, [mention, { type: "text", text: " " }]).run();
  }

  close() {
    this.typed = undefined;
    if (this.list.hidden) return;
    this.list.hidden = true;
    this.status.textContent = "";
    this.editor.view.dom.removeAttribute("aria-activedescendant");
  }
}
