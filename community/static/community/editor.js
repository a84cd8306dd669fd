// The editor itself: django-prose-editor's build of Tiptap, with our own tool bar. No inline style: the policy forbids it.

import { mentionOf, Suggestions } from "./mentions.js";
import { withoutStyles } from "./paste.js";

const COMMANDS = {
  bold: (chain) => chain.toggleBold(),
  italic: (chain) => chain.toggleItalic(),
  bullets: (chain) => chain.toggleBulletList(),
  numbers: (chain) => chain.toggleOrderedList(),
  quote: (chain) => chain.toggleBlockquote(),
};
const NAMES = { bold: "bold", italic: "italic", bullets: "bulletList", numbers: "orderedList", quote: "blockquote", link: "link" };
const SCHEME = /^(https?:|mailto:|tel:|\/)/i;

/** Puts an editor in the place of a writing's plain box. */
export async function makeEditor(writing, template) {
  const bundle = await import(template.dataset.editor);
  const frame = template.content.firstElementChild.cloneNode(true);
  const { box } = writing;
  const suggestions = new Suggestions(frame, box.form);
  const editor = new bundle.Editor({
    element: frame.querySelector('[data-part="field"]'),
    extensions: [...extensionsOf(bundle), mentionOf(bundle)],
    content: writing.content,
    parseOptions: { preserveWhitespace: true }, // the editor comes while somebody types: also after a space
    injectCSS: false,
    editorProps: { attributes: namesOf(box), transformPastedHTML: withoutStyles, handleKeyDown: (_, event) => suggestions.key(event) },
    onUpdate: () => writing.editorChanged(editor.getText({ blockSeparator: "\n\n" }), editor.getHTML()),
  });
  new ToolBar(frame, editor);
  suggestions.follow(editor);
  box.before(frame);
  box.classList.add("visually-hidden");
  box.tabIndex = -1;
  box.setAttribute("aria-hidden", "true");
  if (writing.text) writing.rich.value = editor.getHTML();
  return editor;
}

function extensionsOf(bundle) {
  const { Blockquote, Bold, BulletList, Code, CodeBlock, Document, HardBreak, Heading, History } = bundle;
  const { Italic, Link, ListItem, OrderedList, Paragraph, Text } = bundle;
  const link = Link.extend({ inclusive: false }).configure({
    openOnClick: false,
    defaultProtocol: "https",
    HTMLAttributes: { target: null, rel: null },
  });
  return [
    ...[Document, Paragraph, Text, HardBreak, History, Bold, Italic, Code, CodeBlock, Blockquote],
    ...[BulletList, OrderedList, ListItem, Heading.configure({ levels: [3, 4] }), link],
  ];
}

/** The editor is called as its box is. */
function namesOf(box) {
  const names = { role: "textbox", "aria-multiline": "true", class: "prose writing__text" };
  const label = box.labels[0]?.textContent.trim();
  if (label) names["aria-label"] = label;
  for (const name of ["aria-describedby", "aria-invalid"]) {
    if (box.hasAttribute(name)) names[name] = box.getAttribute(name);
  }
  return names;
}

/** Buttons that show what holds where the caret is; one stop for Tab, arrows go from button to button. */
class ToolBar {
  constructor(frame, editor) {
    this.editor = editor;
    this.bar = frame.querySelector('[role="toolbar"]');
    this.buttons = [...this.bar.querySelectorAll("button")];
    this.link = new LinkRow(frame, editor);
    this.buttons.forEach((button, index) => (button.tabIndex = index ? -1 : 0));
    this.bar.addEventListener("mousedown", (event) => event.preventDefault()); // the caret stays in the text
    this.bar.addEventListener("click", ({ target }) => this.press(target.closest("button")));
    this.bar.addEventListener("keydown", (event) => this.move(event));
    editor.on("transaction", () => this.show());
    this.show();
  }

  press(button) {
    const command = button?.dataset.command;
    if (command === "link") this.link.open();
    else if (command in COMMANDS) COMMANDS[command](this.editor.chain().focus()).run();
  }

  move(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const now = this.buttons.indexOf(document.activeElement);
    const next = this.buttons.at((now + step) % this.buttons.length);
    for (const button of this.buttons) button.tabIndex = button === next ? 0 : -1;
    next.focus();
  }

  show() {
    for (const button of this.buttons) {
      const name = NAMES[button.dataset.command];
      if (name) button.setAttribute("aria-pressed", String(this.editor.isActive(name)));
    }
  }
}

/** Asks for a web address under the tool bar. */
class LinkRow {
  constructor(frame, editor) {
    this.editor = editor;
    this.row = frame.querySelector('[data-part="link-row"]');
    this.input = this.row.querySelector("input");
    this.row.addEventListener("keydown", (event) => this.key(event));
    this.row.querySelector('[data-part="link-set"]').addEventListener("click", () => this.set());
    this.row.querySelector('[data-part="link-close"]').addEventListener("click", () => this.close());
  }

  open() {
    this.input.value = this.editor.getAttributes("link").href ?? "";
    this.row.hidden = false;
    this.input.focus();
  }

  key(event) {
    if (event.key !== "Enter" && event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === "Enter") this.set();
    else this.close();
  }

  set() {
    const given = this.input.value.trim();
    const chain = this.editor.chain().focus().extendMarkRange("link");
    if (!given) chain.unsetLink().run();
    else this.put(chain, SCHEME.test(given) ? given : `https://${given}`);
    this.row.hidden = true;
  }

  put(chain, href) {
    const { empty } = this.editor.state.selection;
    if (!empty || this.editor.isActive("link")) chain.setLink({ href }).run();
    else chain.insertContent({ type: "text", text: href, marks: [{ type: "link", attrs: { href } }] }).run();
  }

  close() {
    this.row.hidden = true;
    this.editor.commands.focus();
  }
}
