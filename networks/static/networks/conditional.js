// Hides a question at sign-up while the answer on which it depends is another one, or hidden itself.
// Without it all questions show.

function refresh(form) {
  for (const part of form.querySelectorAll("[data-only-after]")) {
    const earlier = form.elements[part.dataset.onlyAfter];
    const given = earlier?.closest("[hidden]") ? "" : (earlier?.value ?? "");
    part.hidden = given.trim().toLowerCase() !== part.dataset.answer.trim().toLowerCase();
  }
}

for (const part of document.querySelectorAll("[data-only-after]")) {
  const form = part.closest("form");
  form.addEventListener("input", () => refresh(form));
  refresh(form);
}
