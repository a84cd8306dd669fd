// Pictures and files: sent as soon as they are chosen, shown with their post.

import { part } from "./page.js";

const format = (bytes) => {
  const [size, unit] = bytes < 1e6 ? [Math.max(bytes / 1e3, 0.1), "kilobyte"] : [bytes / 1e6, "megabyte"];
  const style = { style: "unit", unit, maximumFractionDigits: size < 10 ? 1 : 0 };
  return new Intl.NumberFormat(document.documentElement.lang || "nl", style).format(size);
};

/** Show these files in the post's list. */
export function showFiles(list, files = []) {
  list.hidden = files.length === 0;
  list.replaceChildren(...files.map((file) => (file.width ? picture(file) : download(file))));
}

function linkTo(file) {
  const link = document.createElement("a");
  link.href = file.url;
  return link;
}

function picture(file) {
  const [item, link, image] = [document.createElement("li"), linkTo(file), document.createElement("img")];
  link.className = "post__picture";
  Object.assign(image, { alt: file.alt || file.name, width: file.width, height: file.height, src: file.url });
  link.append(image);
  item.append(link);
  return item;
}

function download(file) {
  const [item, link, size] = [document.createElement("li"), linkTo(file), document.createElement("span")];
  link.textContent = file.name;
  size.className = "meta";
  size.textContent = ` ${format(file.size)}`;
  item.append(link, size);
  return item;
}

/** The form's files: each goes to the server when it is chosen, its id into the hidden field `kept`. */
export class Files {
  constructor(form, network) {
    this.input = form.querySelector('input[type="file"]');
    this.kept = form.elements.kept;
    this.pending = new Set();
    this.template = document.querySelector('[data-template="file"]');
    if (!this.input || !this.template || !network) return;
    this.address = `/api/v1/networks/${network}/files`;
    this.token = form.elements.csrfmiddlewaretoken.value;
    this.list = document.createElement("ul");
    this.list.className = "list writing__files";
    this.input.after(this.list);
    this.input.addEventListener("change", (event) => this.chosen(event));
    for (const file of JSON.parse(this.kept.dataset.files || "[]")) this.arrived(this.listed(file.name), file);
  }

  /** Called when other files go with the message. */
  changed() {}

  get ids() {
    return this.kept?.value ? this.kept.value.split(",").map(Number) : [];
  }

  /** When nothing is on its way to the server any more. */
  async settled() {
    while (this.pending.size) await Promise.allSettled(this.pending);
  }

  chosen(event) {
    event.stopImmediatePropagation(); // the plain way would show them too
    const files = [...this.input.files];
    this.input.value = "";
    for (const file of files) this.wait(this.send(file));
  }

  listed(name) {
    const item = this.template.content.firstElementChild.cloneNode(true);
    part("name", item).textContent = name;
    this.list.append(item);
    part("remove", item).addEventListener("click", () => this.remove(item));
    return item;
  }

  async send(file) {
    const item = this.listed(file.name);
    const data = new FormData();
    data.append("file", file);
    const answer = await this.ask(this.address, "POST", data);
    const body = await answer?.json().catch(() => null);
    if (answer?.status === 201) this.arrived(item, body);
    else part("status", item).textContent = body?.errors?.file?.[0] ?? body?.detail ?? item.dataset.failed;
  }

  arrived(item, file) {
    item.dataset.file = file.id;
    part("status", item).textContent = format(file.size);
    this.keepIds();
    if (!file.width) return;
    const field = part("alt-field", item);
    field.hidden = false;
    part("alt", item).value = file.alt;
    part("alt", item).addEventListener("change", ({ target }) => this.wait(this.describe(file, target.value)));
  }

  describe(file, alt) {
    return this.ask(`/api/v1/files/${file.id}`, "PATCH", JSON.stringify({ alt }));
  }

  wait(promise) {
    this.pending.add(promise);
    promise.finally(() => this.pending.delete(promise));
  }

  remove(item) {
    if (item.dataset.file) this.ask(`/api/v1/files/${item.dataset.file}`, "DELETE");
    item.remove();
    this.keepIds();
    this.input.focus();
  }

  keepIds() {
    const items = [...this.list.querySelectorAll("[data-file]")];
    this.kept.value = items.map((item) => item.dataset.file).join(",");
    this.changed();
  }

  clear() {
    this.list?.replaceChildren();
    if (this.kept) this.kept.value = "";
  }

  ask(address, method, body) {
    const headers = { "X-CSRFToken": this.token };
    if (typeof body === "string") headers["Content-Type"] = "application/json";
    return fetch(address, { method, body, headers }).catch(() => null);
  }
}
