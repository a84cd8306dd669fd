// Writing a practice: what is typed is kept on this device at once, on the server a moment later; the panel beside the form
// follows. Nobody else sees it before it is saved. The page works without this.

const CALM = 1_200; // milliseconds without typing
const AGAIN = 10_000; // after which a lost connection is tried once more
const WINDOW = Math.random().toString(36).slice(2); // a page that is asked anew, or doubled, is another window
const part = (name, within = document) => within.querySelector(`[data-part="${name}"]`);

/** Two tabs keep apart what was typed in each. */
function tab() {
  try {
    sessionStorage.writing ??= Math.random().toString(36).slice(2);
    return sessionStorage.writing;
  } catch {
    return "";
  }
}

class Writing {
  constructor(form) {
    this.form = form;
    this.over = new AbortController();
    this.shared = `${form.dataset.name}:`;
    this.name = this.shared + tab();
    if (!("bound" in form.dataset && form.elements.window.value)) form.elements.window.value = WINDOW;
    this.status = part("kept");
    form.addEventListener("input", () => this.changed());
    form.addEventListener("change", () => this.changed());
    part("panel").addEventListener("change", () => this.later());
    form.addEventListener("submit", () => this.handOver());
    form.addEventListener("upload-stopped", () => this.stay());
    addEventListener("online", () => this.kept() && this.send(), { signal: this.over.signal });
    addEventListener("pageshow", ({ persisted }) => persisted && this.stay(), { signal: this.over.signal });
    part("clashes").addEventListener("click", (event) => this.choose(event.target));
    this.showChoices();
    this.restore();
  }

  get fields() {
    return [...this.form.elements].filter(({ name, type }) => name && type !== "file" && type !== "submit" && type !== "button");
  }

  /** What this window has read: the version of the practice, and what it kept last. */
  get read() {
    const { version, serial } = this.form.elements;
    return { version: version.value, serial: serial.value };
  }

  /** Whether titles or kinds of materials were changed, which the server takes only when they are saved. */
  get alone() {
    const given = this.fields.filter(({ name }) => name.startsWith("material-"));
    const other = ({ options, value, defaultValue }) =>
      options ? [...options].some((it) => it.selected !== it.defaultSelected) : value !== defaultValue;
    return given.some((field) => "bound" in this.form.dataset || other(field));
  }

  get content() {
    const data = new FormData(this.form);
    for (const [name, value] of [...data]) if (value instanceof File) data.delete(name);
    return data;
  }

  kept(name = this.name) {
    try {
      return JSON.parse(localStorage.getItem(name));
    } catch {
      return null;
    }
  }

  /** What another tab kept, which may be gone since. */
  left() {
    try {
      return Object.keys(localStorage).find((name) => name.startsWith(this.shared) && name !== this.name);
    } catch {
      return undefined;
    }
  }

  keep(value) {
    try {
      if (value) localStorage.setItem(this.name, JSON.stringify(value));
      else localStorage.removeItem(this.name);
    } catch {
      // A browser that keeps nothing still sends what is typed.
    }
  }

  /** What this device kept and the server never got: after a lost connection, or a window that was closed too soon. */
  restore() {
    if ("bound" in this.form.dataset) return this.keep(null);
    const left = this.kept() ? undefined : this.left();
    const mine = this.kept(left);
    if (left) localStorage.removeItem(left);
    if (!mine || (mine.submitted && mine.version !== this.read.version)) return this.keep(null);
    for (const field of this.fields) {
      if (!(field.name in mine.values) || field.type === "hidden") continue;
      if (field.type === "checkbox" || field.type === "radio") field.checked = mine.values[field.name].includes(field.value);
      else [field.value] = mine.values[field.name];
    }
    this.form.elements.version.value = mine.version;
    this.form.elements.serial.value = mine.serial;
    this.keep(mine);
    return this.send();
  }

  changed() {
    const values = Object.fromEntries(this.fields.map(({ name }) => [name, []]));
    for (const [name, value] of this.content) values[name]?.push(value);
    this.keep({ values, ...this.read });
    this.later();
  }

  later(wait = CALM) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.send(), wait);
  }

  /** The form goes to the server itself; should that fail, this device still has the text. */
  handOver() {
    clearTimeout(this.timer);
    this.leaving = true;
    const mine = this.kept();
    if (mine) this.keep({ ...mine, submitted: true });
  }

  /** Sending files was stopped or failed, or one came back to this page: what is typed is kept again. */
  stay() {
    this.leaving = false;
    const mine = this.kept();
    if (mine) this.keep({ ...mine, submitted: false });
    if (mine) this.send();
  }

  /** Another form stands in its place. */
  stop() {
    this.over.abort();
    clearTimeout(this.timer);
  }

  /** One after the other, so that an older text never comes in last. */
  send() {
    clearTimeout(this.timer);
    this.underway = (this.underway ?? Promise.resolve()).then(() => this.put());
    return this.underway;
  }

  async put() {
    if (this.leaving || this.over.signal.aborted) return;
    const mine = this.kept();
    this.tell("keeping");
    const options = { method: "POST", body: this.content, headers: { "X-Requested-With": "fetch" }, redirect: "manual" };
    const answer = await fetch(this.form.dataset.autosave, options).catch(() => null);
    if (!answer) {
      this.tell("offline");
      this.later(AGAIN);
    } else if (answer.status === 409 && answer.headers.has("X-Serial")) this.clash(answer, await answer.text());
    else if (!answer.ok) this.tell("refused");
    else {
      this.form.elements.serial.value = answer.headers.get("X-Serial");
      if (JSON.stringify(this.kept()) === JSON.stringify(mine)) this.keep(mine && this.alone ? { ...mine, ...this.read } : null);
      this.showPanel(await answer.text());
      this.tell(this.alone ? "device" : "done");
    }
  }

  showPanel(html) {
    const panel = part("panel");
    const open = panel.querySelector("details")?.open;
    const { id } = panel.contains(document.activeElement) ? document.activeElement : {};
    panel.innerHTML = html; // our own template
    if (open && panel.querySelector("details")) panel.querySelector("details").open = true;
    if (id) document.getElementById(id)?.focus();
  }

  clash(answer, html) {
    this.other = { serial: answer.headers.get("X-Serial"), version: answer.headers.get("X-Version") };
    part("clashes").innerHTML = html; // our own template
    this.showChoices();
    this.tell("clash");
  }

  showChoices() {
    for (const button of part("clashes").querySelectorAll("button")) button.hidden = false;
  }

  /** A choice between two texts: from now on this window has read the other one. */
  choose(button) {
    const clash = button.closest("[data-clash]");
    if (button.dataset.part === "take") {
      const { value } = part("text", clash);
      const field = this.form.elements[clash.dataset.clash];
      const boxes = field.length === undefined || field.tagName === "SELECT" ? [field] : [...field];
      for (const box of boxes) {
        if (box.type === "checkbox" || box.type === "radio") box.checked = value.split("\n").includes(box.value);
        else box.value = value;
      }
      boxes[0].focus();
      clash.remove();
    } else if (button.dataset.part !== "mine") return;
    if (button.dataset.part === "take" && part("clashes").querySelector("[data-clash]")) return;
    if (this.other) {
      this.form.elements.serial.value = this.other.serial;
      this.form.elements.version.value = this.other.version;
    }
    part("clashes").replaceChildren();
    this.changed();
    this.send();
  }

  tell(what) {
    this.status.textContent = this.status.dataset[what];
  }
}

let writing;

function start() {
  const form = document.querySelector("[data-autosave]");
  writing?.stop();
  writing = form ? new Writing(form) : undefined;
}

document.addEventListener("main-replaced", start);
start();
