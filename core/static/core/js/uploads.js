// A form with files shows how far they are, and can be stopped. Without this script the browser sends it as ever.

const PARTS = ["files", "sending", "bar", "percent", "cancel", "status"];
const TOO_LARGE = 413;

function partsOf(upload) {
  return Object.fromEntries(PARTS.map((name) => [name, upload.querySelector(`[data-part=${name}]`)]));
}

function readable(bytes) {
  const [size, unit] = bytes < 1e6 ? [bytes / 1e3, "kilobyte"] : [bytes / 1e6, "megabyte"];
  const format = new Intl.NumberFormat(document.documentElement.lang, { style: "unit", unit, maximumFractionDigits: 1 });
  return format.format(size);
}

function listFiles(input, upload) {
  const lines = [...input.files].map((file) => {
    const line = document.createElement("li");
    line.textContent = `${file.name} (${readable(file.size)})`;
    return line;
  });
  upload.hidden = lines.length === 0;
  partsOf(upload).files.replaceChildren(...lines);
}

/** Put the answer in place of this page's content: the form again, with its errors, or an error page. Other scripts are
 * told by `main-replaced`: what they know of is no longer there. */
function show(text) {
  const page = new DOMParser().parseFromString(text, "text/html");
  const content = page.querySelector("main");
  if (!content) return false;
  document.title = page.title;
  document.querySelector("main").replaceWith(document.adoptNode(content));
  window.htmx?.process(content);
  document.dispatchEvent(new Event("main-replaced"));
  (content.querySelector(".error-summary") ?? content).focus();
  scrollTo(0, 0);
  return true;
}

function tell(upload, text) {
  const { sending, status } = partsOf(upload);
  sending.hidden = true;
  status.textContent = text;
}

function send(form, submitter, upload) {
  const { sending, bar, percent, cancel, status } = partsOf(upload);
  const request = new XMLHttpRequest();
  /** Nothing was stored, and the page stays; its other scripts are told by `upload-stopped`. */
  const stop = (text) => {
    tell(upload, text);
    form.dispatchEvent(new Event("upload-stopped"));
  };
  const settle = () => {
    delete form.dataset.sending;
    for (const button of form.querySelectorAll("[type=submit]")) button.disabled = false;
  };
  request.open("POST", form.getAttribute("action") || location.href);
  request.setRequestHeader("X-Requested-With", "upload");
  request.upload.addEventListener("progress", ({ loaded, total }) => {
    bar.value = percent.textContent = Math.round((100 * loaded) / (total || 1));
  });
  request.upload.addEventListener("load", () => (status.textContent = upload.dataset.sent));
  request.addEventListener("abort", () => stop(upload.dataset.cancelled));
  request.addEventListener("error", () => stop(upload.dataset.failed));
  request.addEventListener("load", () => {
    const address = request.getResponseHeader("X-Go-To");
    if (address) location.assign(address);
    else if (request.status === TOO_LARGE) stop(upload.dataset.tooLarge);
    else if (!show(request.responseText)) stop(upload.dataset.failed);
  });
  request.addEventListener("loadend", settle);
  cancel.onclick = () => request.abort();
  const data = new FormData(form, submitter);
  form.dataset.sending = "";
  for (const button of form.querySelectorAll("[type=submit]")) button.disabled = true;
  upload.hidden = sending.hidden = false;
  status.textContent = "";
  request.send(data);
  cancel.focus();
}

document.addEventListener("change", ({ target }) => {
  const upload = target.type === "file" && target.closest(".field")?.querySelector("[data-upload]");
  if (upload) listFiles(target, upload);
});

document.addEventListener("submit", (event) => {
  const form = event.target;
  const input = [...form.querySelectorAll("input[type=file]")].find((field) => field.files.length > 0);
  const upload = input?.closest(".field")?.querySelector("[data-upload]");
  if (!upload || event.defaultPrevented) return;
  event.preventDefault();
  if (!("sending" in form.dataset)) send(form, event.submitter, upload);
});
