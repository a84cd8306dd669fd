// Sharing, printing and copying. Without it the page offers a mail and shows what one would copy.

const toast = (text, kind) => document.dispatchEvent(new CustomEvent("toast", { detail: { text, kind } }));

/** The device's own way of sharing; where there is none, the address goes to the clipboard. */
async function share(section, address) {
  const { share: url, title, copied, failed } = section.dataset;
  if (navigator.share) {
    try {
      return await navigator.share({ title, url });
    } catch (error) {
      if (error.name === "AbortError") return; // the reader changed their mind
    }
  }
  try {
    await navigator.clipboard.writeText(url);
    toast(copied, "ok");
  } catch {
    delete address.dataset.spare;
    toast(failed, "warn");
  }
}

for (const section of document.querySelectorAll("[data-share]")) {
  const part = (name) => section.querySelector(`[data-part=${name}]`);
  const address = part("address");
  address.dataset.spare = "";
  part("share").addEventListener("click", () => share(section, address));
  part("print").addEventListener("click", () => print());
  for (const name of ["share", "print"]) part(name).hidden = false;
}

/** A button that copies the text of the element it names. */
for (const button of document.querySelectorAll("[data-copy]")) {
  const source = document.getElementById(button.dataset.copy);
  button.hidden = false;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText((source.value ?? source.textContent).trim().replace(/\s+/g, " "));
      toast(button.dataset.copied, "ok");
    } catch {
      getSelection().selectAllChildren(source);
      source.select?.();
    }
  });
}
