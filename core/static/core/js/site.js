// The whole site's own script. Every page works without it.

const SHOWN_FOR = 8000; // milliseconds; what went wrong stays until it is closed

const toasts = document.getElementById("toasts");

/** Show a short message at the foot of the window: on an event `toast` with `text` and `kind` (info, ok, warn, bad). */
function showToast({ text, kind = "info" }) {
  if (!toasts || !text || [...toasts.children].some((toast) => toast.textContent.includes(text))) return;
  const toast = document.getElementById("toast").content.firstElementChild.cloneNode(true);
  toast.classList.add(`notice--${kind}`);
  toast.querySelector("[data-part=text]").textContent = text;
  toast.querySelector("[data-part=close]").addEventListener("click", () => toast.remove());
  toasts.append(toast);
  if (kind === "bad" || kind === "warn") return;
  setTimeout(() => !toast.matches(":hover, :focus-within") && toast.remove(), SHOWN_FOR);
}

document.addEventListener("toast", ({ detail }) => showToast(detail));

document.addEventListener("htmx:beforeRequest", () => toasts?.replaceChildren());

for (const failure of ["htmx:sendError", "htmx:timeout", "htmx:responseError"]) {
  document.addEventListener(failure, ({ detail }) => {
    const answered = detail.xhr?.getResponseHeader("HX-Trigger"); // then the server itself says what is wrong
    if (!answered) showToast({ text: toasts?.dataset.problem, kind: "bad" });
  });
}

/** A page that was open for too long gets what protects its forms anew; what was typed stays. */
document.addEventListener("token", ({ detail }) => {
  for (const field of document.getElementsByName("csrfmiddlewaretoken")) field.value = detail.value;
});

/** An error summary is read first: move there when the page or a swapped part brings one. */
function focusErrorSummary(root) {
  root.querySelector?.(".error-summary:not([data-example] *)")?.focus();
}

focusErrorSummary(document);
document.addEventListener("htmx:afterSettle", ({ target }) => {
  focusErrorSummary(target);
  showOpenTabs();
});

/** On paper the address of a link stands behind it, save where the link says it already. */
addEventListener("beforeprint", () => {
  for (const link of document.querySelectorAll('.prose a[href^="http"]')) {
    link.toggleAttribute("data-bare", link.textContent.trim() === link.getAttribute("href"));
  }
});

/** A button that prints is there only where it can. */
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}

/** Tabs slide on a phone: begin where the open one can be seen, also when the phone is turned. */
function showOpenTabs() {
  for (const tab of document.querySelectorAll(".tabs a[aria-current]")) {
    const strip = tab.closest("ul");
    strip.scrollLeft = tab.offsetLeft - (strip.clientWidth - tab.offsetWidth) / 2;
  }
}

showOpenTabs();
window.addEventListener("resize", showOpenTabs);

const WAIT = 8000; // milliseconds, after which a form may be sent again: the answer may have been a download

/** A form that is on its way says so, and is not sent twice. */
document.addEventListener("submit", (event) => {
  const { target: form, submitter } = event;
  if (form.method !== "post" || !submitter || event.defaultPrevented) return;
  if ("busy" in submitter.dataset) return event.preventDefault();
  setTimeout(() => {
    if (!event.defaultPrevented) submitter.dataset.busy = "";
  });
  setTimeout(() => delete submitter.dataset.busy, WAIT);
});

addEventListener("pageshow", ({ persisted }) => {
  if (!persisted) return;
  for (const button of document.querySelectorAll("[data-busy]")) delete button.dataset.busy;
});
