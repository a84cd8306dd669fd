// A link with data-dialog leads to a page that asks something; with this script it asks in a dialog instead.
// The page marks what to take over with data-dialog-body; its first heading becomes the dialog's title.

const dialog = document.querySelector("[data-dialog-shell]");
const part = (name) => dialog.querySelector(`[data-part=${name}]`);

/** The question of the page, or nothing when the answer is another page, such as the one to sign in. */
async function question(address) {
  const answer = await fetch(address, { headers: { Accept: "text/html" } });
  if (!answer.ok || answer.redirected) return null;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  return page.querySelector("[data-dialog-body]");
}

function fill(body, address) {
  const heading = body.querySelector("h1, h2");
  part("title").textContent = heading?.textContent ?? document.title;
  (heading?.closest(".page-header") ?? heading)?.remove();
  for (const form of body.querySelectorAll("form:not([action])")) form.action = address;
  part("body").replaceChildren(...body.childNodes);
}

async function ask(link) {
  try {
    const body = await question(link.href);
    if (!body) return location.assign(link.href);
    fill(document.adoptNode(body), link.href);
    dialog.showModal();
  } catch {
    location.assign(link.href);
  }
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-dialog]");
  const plain = !event.metaKey && !event.ctrlKey && !event.shiftKey && event.button === 0;
  if (link && plain && dialog?.showModal) {
    event.preventDefault();
    ask(link);
  }
});

dialog?.addEventListener("click", (event) => {
  const cancels = event.target.closest("[data-dialog-cancel]");
  if (cancels) event.preventDefault();
  if (cancels || event.target === dialog) dialog.close();
});
