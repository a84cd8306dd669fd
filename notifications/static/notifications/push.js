// Messages on this device: offered where the browser can, asked of the person only after a click.

const place = document.querySelector("[data-push]");
const part = (name) => place?.querySelector(`[data-part=${name}]`);

async function subscribe() {
  if ((await Notification.requestPermission()) !== "granted") throw new Error("refused");
  const registration = await navigator.serviceWorker.register(place.dataset.worker, { scope: "/" });
  await navigator.serviceWorker.ready;
  const options = { userVisibleOnly: true, applicationServerKey: place.dataset.key };
  return (await registration.pushManager.subscribe(options)).toJSON();
}

function offer(form) {
  part("cannot").hidden = true;
  form.hidden = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    try {
      const { endpoint, keys } = await subscribe();
      for (const [name, value] of Object.entries({ endpoint, ...keys })) if (form.elements[name]) form.elements[name].value = value;
      form.submit();
    } catch {
      part("refused").hidden = false;
    }
  });
}

if (place && "serviceWorker" in navigator && "PushManager" in window) offer(part("form"));
