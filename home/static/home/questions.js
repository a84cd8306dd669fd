// An address that ends in a question opens that question. Without JavaScript the browser still goes to it.

function open() {
  const question = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (question?.matches("details")) question.open = true;
}

addEventListener("hashchange", open);
open();

// On paper every answer can be read.
let closed = [];

addEventListener("beforeprint", () => {
  closed = [...document.querySelectorAll(".questions__item:not([open])")];
  for (const question of closed) question.open = true;
});

addEventListener("afterprint", () => {
  for (const question of closed) question.open = false;
});
