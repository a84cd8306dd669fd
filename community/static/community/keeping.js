// Keeping a message for a practice, without a new page. Nobody else hears of it, so it needs no connection.

export function keeping(list) {
  list.addEventListener("submit", async (event) => {
    const form = event.target;
    if (!("keep" in form.dataset) || "plain" in form.dataset) return;
    event.preventDefault();
    const button = event.submitter;
    const body = new FormData(form, button);
    const answer = await fetch(form.action, { method: "POST", body, redirect: "manual" }).catch(() => null);
    if (answer?.type !== "opaqueredirect") {
      form.dataset.plain = ""; // whatever it is, the page says it
      return form.requestSubmit(button);
    }
    const kept = body.get("on") === "1";
    button.setAttribute("aria-pressed", String(kept));
    button.value = kept ? "0" : "1";
    return undefined;
  });
}
