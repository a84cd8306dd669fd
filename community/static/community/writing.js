// A text box in which people write: plain as it comes, an editor for rich text as soon as somebody goes to it.
//
// The box stays the form's field. The editor writes its words into it, and its rich text into the hidden field `rich`;
// whatever else changes the box (a browser that fills in, a tool that dictates) is taken over by the editor.

import { Draft } from "./drafts.js";
import { Files } from "./files.js";

const template = document.querySelector('[data-template="writing"]');
const escaped = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Plain text as the editor's paragraphs. */
export function paragraphs(text) {
  const blocks = text.split(/\n{2,}/).filter((block) => block.trim());
  return blocks.map((block) => `<p>${escaped(block).replaceAll("\n", "<br>")}</p>`).join("");
}

class Writing {
  constructor(box) {
    this.box = box;
    this.rich = box.form.elements.rich;
    this.start = this.rich.value || box.dataset.rich || "";
    this.listen = () => this.begin();
    box.addEventListener("focus", this.listen, { once: true });
    box.addEventListener("input", () => this.boxChanged());
    if (document.activeElement === box) this.begin();
  }

  get text() {
    return this.box.value;
  }

  /** Rich text; empty while there is only the plain box. */
  get html() {
    return this.rich.value || (this.box.value === this.box.defaultValue ? this.start : "");
  }

  /** Bring the editor, once. */
  begin() {
    this.beginning ??= this.bringEditor();
    return this.beginning;
  }

  async bringEditor() {
    if (!template || navigator.connection?.saveData) return;
    try {
      const { makeEditor } = await import("./editor.js");
      this.editor = await makeEditor(this, template);
    } catch {
      return; // no editor: the plain box does
    }
    if (document.activeElement === this.box) this.editor.commands.focus("end");
    this.box.addEventListener("focus", () => this.editor.commands.focus("end"));
  }

  /** What the editor begins with. */
  get content() {
    const untouched = this.box.value === this.box.defaultValue;
    return (untouched && this.start) || this.rich.value || paragraphs(this.box.value);
  }

  boxChanged() {
    if (this.editor && !this.ours) this.editor.commands.setContent(paragraphs(this.box.value), { emitUpdate: false, parseOptions: { preserveWhitespace: true } });
    if (!this.ours) this.rich.value = this.editor && this.box.value ? this.editor.getHTML() : "";
  }

  /** Called by the editor: put its content into the form. */
  editorChanged(text, html) {
    this.ours = true;
    this.box.value = text;
    this.rich.value = text.trim() ? html : "";
    this.box.dispatchEvent(new Event("input", { bubbles: true }));
    this.ours = false;
  }

  write({ text, html }) {
    this.box.value = text;
    this.rich.value = html;
    this.editor?.commands.setContent(html || paragraphs(text), { emitUpdate: false });
  }

  prepend({ text, html }) {
    const now = { text: this.text, html: this.html || paragraphs(this.text) };
    this.write({
      text: now.text ? `${text}\n\n${now.text}` : text,
      html: this.editor || html ? (html || paragraphs(text)) + now.html : "",
    });
  }

  clear() {
    this.write({ text: "", html: "" });
  }

  /** Put rich text where the caret is; `text` says the same where there is only the plain box. */
  async insert({ text, html }) {
    await this.begin();
    if (this.editor) this.editor.chain().focus().insertContent(html).run();
    else this.write({ text: `${this.text}${text}`, html: "" });
    this.focus();
  }

  focus() {
    if (this.editor) this.editor.commands.focus("end");
    else this.box.focus();
  }
}

const known = new WeakMap();

/** The form's text box for writing. */
export function writingIn(form) {
  const box = form.querySelector("[data-writing]");
  if (!known.has(box)) known.set(box, new Writing(box));
  return known.get(box);
}

function newThread(form) {
  const draft = new Draft(form, writingIn(form), new Files(form, form.dataset.network));
  form.addEventListener("submit", () => draft.handOver());
}

for (const box of document.querySelectorAll("[data-writing]")) {
  const { form } = box;
  writingIn(form);
  if (form.dataset.network) newThread(form); // the reply form has its own
}
