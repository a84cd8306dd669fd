// Suggestions under every search field: the combobox of the ARIA Authoring Practices, with a list to choose from.
// Arrow keys walk through it, Enter goes there, Escape puts it away. Without this script the field is a plain form.

const WAIT = 220; // milliseconds of rest before the server is asked
const SHORTEST = 2; // letters

class Suggestions {
  constructor(input) {
    this.input = input;
    this.active = -1;
    this.list = element("ul", { id: `${input.id}-suggestions`, className: "suggestions", hidden: true });
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", input.dataset.suggestLabel);
    this.status = element("p", { className: "visually-hidden" });
    this.status.setAttribute("role", "status");
    input.closest(".suggesting").append(this.list, this.status);
    for (const [name, value] of Object.entries({
      role: "combobox",
      "aria-autocomplete": "list",
      "aria-controls": this.list.id,
      "aria-expanded": "false",
    })) {
      input.setAttribute(name, value);
    }
    input.addEventListener("input", () => this.plan());
    input.addEventListener("keydown", (event) => this.press(event));
    input.addEventListener("blur", () => this.close());
    input.form?.addEventListener("submit", () => this.close());
    this.list.addEventListener("pointerdown", (event) => event.preventDefault()); // the field keeps the focus
    this.list.addEventListener("click", (event) => this.go(event.target.closest("[role=option]"), event));
  }

  get options() {
    return [...this.list.children];
  }

  /** Ask the server once typing rests; whatever was asked before is of no use any more. */
  plan() {
    this.forget();
    const text = this.input.value.trim();
    if (text.length < SHORTEST) this.close();
    else this.timer = setTimeout(() => this.ask(text), WAIT);
  }

  forget() {
    clearTimeout(this.timer);
    this.asking?.abort();
  }

  async ask(text) {
    const asking = (this.asking = new AbortController());
    const address = new URL(this.input.dataset.suggest, location.href);
    address.searchParams.set("q", text);
    try {
      const answer = await fetch(address, { signal: asking.signal, headers: { Accept: "text/html" } });
      const html = answer.ok ? await answer.text() : "";
      if (!asking.signal.aborted && document.activeElement === this.input) this.show(html);
    } catch (error) {
      if (error.name !== "AbortError") this.close();
    }
  }

  show(html) {
    const answer = new DOMParser().parseFromString(html, "text/html");
    const options = [...answer.querySelectorAll("[role=option]")];
    if (options.length === 0) return this.close();
    options.forEach((option, place) => (option.id = `${this.list.id}-${place}`));
    this.list.replaceChildren(...options);
    this.list.hidden = false;
    this.input.setAttribute("aria-expanded", "true");
    this.activate(-1);
    this.status.textContent = answer.querySelector("p")?.textContent ?? "";
  }

  close() {
    this.forget();
    this.activate(-1);
    this.list.hidden = true;
    this.list.replaceChildren();
    this.input.setAttribute("aria-expanded", "false");
    this.status.textContent = "";
  }

  press(event) {
    const { options } = this;
    if (event.isComposing || options.length === 0) {
      if (event.key === "ArrowDown" && !event.isComposing) this.plan();
      return;
    }
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      // One place more than there are options: the field itself.
      const places = options.length + 1;
      this.activate(((this.active + 1 + (event.key === "ArrowDown" ? 1 : -1) + places) % places) - 1);
    } else if (event.key === "Escape") {
      event.preventDefault(); // nor empties the field, nor closes the menu around it
      this.close();
    } else if (event.key === "Enter" && this.active >= 0) {
      this.go(options[this.active], event);
    }
  }

  activate(place) {
    this.active = place;
    this.options.forEach((option, number) => option.setAttribute("aria-selected", String(number === place)));
    const option = this.options[place];
    if (option) {
      this.input.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    } else {
      this.input.removeAttribute("aria-activedescendant");
    }
  }

  go(option, event) {
    if (!option) return;
    event.preventDefault();
    if (event.ctrlKey || event.metaKey) window.open(option.dataset.url, "_blank", "noopener");
    else location.assign(option.dataset.url);
  }
}

function element(name, properties) {
  return Object.assign(document.createElement(name), properties);
}

for (const input of document.querySelectorAll("input[data-suggest]")) new Suggestions(input);
