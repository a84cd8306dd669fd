// Hides a question while the answer on which it depends is another one, hidden itself or, without a certain answer, none.
// Without it all questions show.

function refresh(form) {
  for (const part of form.querySelectorAll("[data-only-after]")) {
    const earlier = form.elements[part.dataset.onlyAfter];
    const box = earlier instanceof RadioNodeList ? earlier[0] : earlier;
    const given = plain(box?.closest("[hidden]") ? "" : earlier?.value);
    const hidden = part.dataset.answer === undefined ? given === "" : given !== plain(part.dataset.answer);
    (part.closest(".field") ?? part).hidden = hidden;
  }
}

function plain(answer) {
  return (answer ?? "").trim().toLowerCase();
}

for (const part of document.querySelectorAll("[data-only-after]")) {
  const form = part.closest("form");
  form.addEventListener("input", () => refresh(form));
  refresh(form);
}
