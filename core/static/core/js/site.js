// The whole site's own script. Every page works without it.

/** Django's token for unsafe requests: from the cookie, or from any form on the page. */
function csrfToken() {
  const cookie = document.cookie.match(/(?:^|; )csrftoken=([^;]+)/);
  return cookie?.[1] ?? document.querySelector("[name=csrfmiddlewaretoken]")?.value ?? "";
}

const problem = document.getElementById("htmx-problem");

document.addEventListener("htmx:configRequest", ({ detail }) => {
  if (detail.verb !== "get") detail.headers["X-CSRFToken"] = csrfToken();
});

document.addEventListener("htmx:beforeRequest", () => problem?.setAttribute("hidden", ""));

for (const failure of ["htmx:sendError", "htmx:timeout", "htmx:responseError"]) {
  document.addEventListener(failure, ({ detail }) => {
    if (!detail.shouldSwap) problem?.removeAttribute("hidden");
  });
}

/** An error summary is read first: move there when the page or a swapped part brings one. */
function focusErrorSummary(root) {
  root.querySelector?.(".error-summary")?.focus();
}

focusErrorSummary(document);
document.addEventListener("htmx:afterSettle", ({ target }) => focusErrorSummary(target));
