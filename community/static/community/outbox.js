import { keep, kept, part, person, root, threadId } from "./page.js";

/** What is written and not acknowledged: kept in the browser, sent with the same key until it is. */
export class Outbox {
  constructor(connection, view, refused) {
    Object.assign(this, { connection, view, refused, name: `leernetwerk.outbox.${person}.${root.dataset.network}` });
    for (const item of this.items()) if (item.thread === threadId) view?.wait(item);
  }

  items() {
    return kept(this.name, []);
  }

  store(items) {
    keep(this.name, items.length ? items : null);
  }

  add({ text, html, files }, key) {
    const item = { key, thread: threadId, text, html, files };
    this.store([...this.items(), item]);
    this.view.wait(item);
    this.post(item);
  }

  post({ key, thread, text, html, files = [] }) {
    const words = html ? { body: html, files } : { text, files };
    this.connection.send({ type: "post.create", key, thread, ...words });
  }

  flush() {
    for (const item of this.items()) this.post(item);
  }

  done(key) {
    const items = this.items();
    const item = items.find((it) => it.key === key);
    if (item) this.store(items.filter((it) => it.key !== key));
    return item;
  }

  /** The server said no: give the words back, unless it only asks for patience. */
  error({ key, code, message }) {
    if (!this.items().some((it) => it.key === key)) return;
    if (code === "unavailable" || code === "too_many_requests") {
      setTimeout(() => this.flush(), 3000);
      return;
    }
    if (code === "conduct_not_accepted") {
      if (part("reply")) location.reload(); // the page then asks to accept it; what was written stays here until it is sent
      else if (part("kept")) part("kept").textContent = part("kept").dataset.text;
      return;
    }
    const item = this.done(key);
    this.view?.drop(key);
    if (item.thread === threadId) this.refused(item, message);
  }
}
