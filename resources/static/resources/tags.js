// Keywords while one types: those that begin with the last word, as buttons that put it there. Without this one types on.

const CALM = 250; // milliseconds

function suggest(input) {
  const list = document.createElement("div");
  list.className = "cluster tag-suggestions";
  list.setAttribute("role", "group");
  list.setAttribute("aria-label", input.dataset.label);
  input.after(list);
  let timer;
  let asked;
  const last = () => input.value.split(",").at(-1).trim();

  function put(word) {
    const words = input.value.split(",").slice(0, -1).map((it) => it.trim());
    input.value = [...words.filter(Boolean), word, ""].join(", ");
    list.replaceChildren();
    input.focus();
    input.dispatchEvent(new Event("input", { bubbles: true }));
  }

  function show(words) {
    list.replaceChildren(
      ...words.map((word) => {
        const button = document.createElement("button");
        Object.assign(button, { type: "button", className: "tag", textContent: word });
        button.addEventListener("click", () => put(word));
        return button;
      }),
    );
  }

  async function ask() {
    asked = last();
    if (asked.length < 2) return show([]);
    const answer = await fetch(`${input.dataset.suggestTags}?q=${encodeURIComponent(asked)}`).catch(() => null);
    if (answer?.ok && asked === last()) show((await answer.json()).tags);
  }

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, CALM);
  });
}

function start() {
  const input = document.querySelector("[data-suggest-tags]");
  if (input) suggest(input);
}

document.addEventListener("main-replaced", start);
start();
