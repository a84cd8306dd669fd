import { Draft, written } from "./drafts.js";
import { Files } from "./files.js";
import { newKey, part, root, threadId } from "./page.js";
import { writingIn } from "./writing.js";

const TYPING_EVERY = 3_000;

/** The reply form: over the socket once that has been there, otherwise by the plain way. */
export class ReplyForm {
  constructor(form, connection) {
    this.form = form;
    this.connection = connection;
    this.writing = writingIn(form);
    this.files = new Files(form, root.dataset.slug);
    this.draft = new Draft(form, this.writing, this.files);
    form.addEventListener("input", () => this.typed());
    form.addEventListener("submit", (event) => this.submit(event));
  }

  typed() {
    const now = Date.now();
    if (now - (this.told ?? 0) < TYPING_EVERY) return;
    this.told = now;
    this.connection.send({ type: "typing", thread: threadId });
  }

  submit(event) {
    const { text, html } = this.writing;
    const files = this.files.ids;
    if (this.files.pending.size) {
      event.preventDefault();
      this.files.settled().then(() => this.form.requestSubmit());
      return undefined;
    }
    if (!(text.trim() || files.length) || !this.connection.everLive || this.connection.ended) {
      this.draft.handOver();
      return undefined;
    }
    event.preventDefault();
    part("problem").hidden = true;
    this.outbox.add({ text: text.trim(), html, files }, this.form.elements.key.value || newKey());
    this.form.elements.key.value = newKey();
    this.writing.clear();
    this.files.clear();
    this.draft.forget();
    this.writing.focus();
    this.told = 0;
    return undefined;
  }

  /** The server refused it: what was written meanwhile comes after it. */
  giveBack(item, message) {
    this.writing.prepend(written(item));
    this.draft.changed();
    part("problem").textContent = message;
    part("problem").hidden = false;
  }
}
