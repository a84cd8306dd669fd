// Passkeys: lets the browser make or prove one, and sends what it answers with the form.
// Without it the button stays away, and the page says what a passkey needs.

const bytes = (text) =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));

/** Base64 as WebAuthn writes it: fit for addresses, without padding. */
const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

const keys = (list = []) => list.map((key) => ({ ...key, id: bytes(key.id) }));

/** A new passkey, kept on the device and guarded by a finger, face or PIN. */
function create({ publicKey }) {
  return navigator.credentials.create({
    publicKey: {
      ...publicKey,
      challenge: bytes(publicKey.challenge),
      user: { ...publicKey.user, id: bytes(publicKey.user.id) },
      excludeCredentials: keys(publicKey.excludeCredentials),
      authenticatorSelection: { residentKey: "required", requireResidentKey: true, userVerification: "required" },
    },
  });
}

/** Proof that the person holds one of their passkeys. */
function prove({ publicKey }) {
  const allowCredentials = keys(publicKey.allowCredentials);
  return navigator.credentials.get({
    publicKey: { ...publicKey, challenge: bytes(publicKey.challenge), allowCredentials },
  });
}

/** What the browser gave, as the server reads it. */
function written(credential) {
  const { id, rawId, type, response } = credential;
  const parts = ["attestationObject", "authenticatorData", "clientDataJSON", "signature", "userHandle"];
  const given = parts.filter((part) => response[part]).map((part) => [part, text(response[part])]);
  const clientExtensionResults = credential.getClientExtensionResults();
  return { id, rawId: text(rawId), type, response: Object.fromEntries(given), clientExtensionResults };
}

/** What the browser is asked: stands in the page, or comes from the server at the moment that it is needed. */
async function options(form) {
  if (!form.dataset.ask) return JSON.parse(document.getElementById("passkey-options").textContent);
  const answer = await fetch(form.dataset.ask, { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error(answer.statusText);
  return await answer.json();
}

/** Words for what went wrong; people also cancel. */
function explanation({ dataset }, { name }) {
  if (name === "InvalidStateError") return dataset.present;
  return name === "NotAllowedError" || name === "AbortError" ? dataset.cancelled : dataset.failed;
}

async function send(form, button) {
  try {
    const { creation_options: wanted, request_options: asked } = await options(form);
    const credential = await (wanted ? create(wanted) : prove(asked));
    form.elements.credential.value = JSON.stringify(written(credential));
    form.submit();
  } catch (error) {
    const detail = { text: explanation(button, error), kind: "warn" };
    document.dispatchEvent(new CustomEvent("toast", { detail }));
  }
}

for (const form of window.PublicKeyCredential ? document.querySelectorAll("[data-passkey]") : []) {
  const button = form.querySelector("[data-part=ask]");
  button.hidden = false;
  form.querySelector("[data-part=unable]")?.remove();
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send(form, button);
  });
}
