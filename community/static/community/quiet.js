// Forms whose result comes back as an event: while the connection stands they are sent without a new page.

export function quietForms(list, connection) {
  list.addEventListener("submit", async (event) => {
    const form = event.target;
    if (!("quiet" in form.dataset) || !connection.live) return;
    event.preventDefault();
    const body = new FormData(form, event.submitter);
    const answer = await fetch(form.action, { method: "POST", body, redirect: "manual" }).catch(() => null);
    if (answer?.type !== "opaqueredirect") location.reload(); // whatever it is, the page says it
  });
}
