// What somebody is writing: kept in this browser at once, on the server a moment later, so that another device goes on with it.
//
// What this browser keeps counts only while the server does not have it (`saved`): it may have been sent from elsewhere since.

import { keep, kept } from "./page.js";

const CALM = 1_200;

export class Draft {
  constructor(form, writing, files) {
    Object.assign(this, { form, writing, files, name: form.dataset.draftName, address: form.dataset.draft });
    const mine = written(kept(this.name, null));
    if (mine && !mine.saved && !form.dataset.bound) {
      writing.write(mine);
      this.later();
    }
    form.addEventListener("input", () => this.changed());
    form.addEventListener("change", () => this.changed());
    files.changed = () => this.changed();
    addEventListener("pagehide", () => this.timer && this.send());
  }

  get content() {
    const { text, html } = this.writing;
    const { title, kind } = this.form.elements;
    return { text, body: html, title: title?.value ?? "", kind: kind?.value ?? "", files: this.files.ids };
  }

  changed() {
    const { text, body, files } = this.content;
    keep(this.name, text || files.length ? { text, html: body } : null);
    this.later();
  }

  later() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.send(), CALM);
  }

  async send() {
    clearTimeout(this.timer);
    this.timer = null;
    const before = kept(this.name, null);
    const answer = await this.put(this.content);
    const now = kept(this.name, null);
    if (answer?.ok && now && JSON.stringify(now) === JSON.stringify(before)) keep(this.name, { ...now, saved: true });
  }

  /** The form goes the plain way: the server forgets the draft when it took the message. */
  handOver() {
    clearTimeout(this.timer);
    this.timer = null;
    const mine = kept(this.name, null);
    if (mine) keep(this.name, { ...written(mine), saved: true });
  }

  /** It was sent, or is about to be. */
  forget() {
    clearTimeout(this.timer);
    this.timer = null;
    keep(this.name, null);
    this.put({ text: "", body: "" });
  }

  /** One after the other, so that an older text never comes in last. */
  put(content) {
    const headers = { "Content-Type": "application/json", "X-CSRFToken": this.form.elements.csrfmiddlewaretoken.value };
    const body = JSON.stringify(content);
    const ask = () => fetch(this.address, { method: "PUT", headers, body, keepalive: body.length < 60_000 }).catch(() => null);
    this.underway = (this.underway ?? Promise.resolve()).then(ask);
    return this.underway;
  }
}

/** A draft as this version keeps it; an earlier one kept the text alone. */
export function written(kept) {
  return typeof kept === "string" ? { text: kept, html: "" } : kept;
}
