// Suggestions under a search field: arrow keys walk through them, Escape puts them away.
// htmx fetches them; without JavaScript there are none, and the form works as it is.

const FIELD = "[data-suggest]";

function links(field) {
  return [...field.querySelectorAll(".search-suggestions a")];
}

function close(field) {
  field.querySelector(".search-suggestions").replaceChildren();
}

function step(field, current, direction) {
  const stops = [field.querySelector("input[type=search]"), ...links(field)];
  const next = stops[(stops.indexOf(current) + direction + stops.length) % stops.length];
  next.focus();
}

document.addEventListener("keydown", (event) => {
  const field = event.target.closest(FIELD);
  if (!field || links(field).length === 0) return;
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    step(field, event.target, event.key === "ArrowDown" ? 1 : -1);
  } else if (event.key === "Escape") {
    event.preventDefault();
    close(field);
    field.querySelector("input[type=search]").focus();
  }
});

document.addEventListener("focusin", (event) => {
  for (const field of document.querySelectorAll(FIELD)) {
    if (!field.contains(event.target)) close(field);
  }
});

document.addEventListener("submit", (event) => {
  for (const field of event.target.querySelectorAll(FIELD)) close(field);
});
