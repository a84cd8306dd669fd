// Linking a passage: what one selects in the text stands in the form below it. The form works without this.

const text = document.querySelector("#section-form textarea");
const form = document.querySelector("[data-passage]");

if (text && form) {
  form.querySelector('[data-part="hint"]').hidden = false;
  const passage = form.elements.passage;
  text.addEventListener("select", () => {
    const chosen = text.value.slice(text.selectionStart, text.selectionEnd).trim();
    if (chosen && chosen.length <= passage.maxLength) passage.value = chosen;
  });
}
