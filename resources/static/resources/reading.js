// Tells that a practice was read: once, after it has been in view for a while. No cookie, no name; see the privacy page.

const READING = 10_000; // milliseconds
const article = document.querySelector("[data-read]");
let waiting;

function tell() {
  document.removeEventListener("visibilitychange", wait);
  fetch(article.dataset.read, { method: "POST", credentials: "omit", keepalive: true }).catch(() => {});
}

function wait() {
  clearTimeout(waiting);
  if (document.visibilityState === "visible") waiting = setTimeout(tell, READING);
}

if (article) {
  document.addEventListener("visibilitychange", wait);
  wait();
}
