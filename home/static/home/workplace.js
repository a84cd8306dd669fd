// What Wagtail's pages need besides, on phones and under our development server.

// Tables fold on phones, as on the site: each cell then says of itself what it is (home/admin.css).
function name(table) {
  const labels = [...table.querySelectorAll("thead th, thead td")].map((head) =>
    (head.querySelector("a.label") ?? head).textContent.trim(),
  );
  for (const row of table.tBodies[0]?.rows ?? []) {
    [...row.cells].forEach((cell, at) => {
      if (!cell.textContent.trim() && !cell.firstElementChild) cell.dataset.empty = "";
      else if (labels[at] && !cell.matches(".title, .bulk-action-checkbox-cell")) cell.dataset.label = labels[at];
    });
  }
  table.dataset.folds = "";
}

const nameAll = () => document.querySelectorAll("table.listing:not([data-folds])").forEach(name);

document.addEventListener("DOMContentLoaded", nameAll);
document.addEventListener("w-swap:success", nameAll);

// Daphne refuses a form of nothing, which Wagtail sends while nobody has changed what is being edited.
document.addEventListener("formdata", (event) => {
  if (event.target.matches(".w-editing-sessions")) event.formData.append("ping", "");
});
