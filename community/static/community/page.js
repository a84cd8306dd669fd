// What the modules of the discussion share: the page's parts, and what this browser keeps.

export const root = document.querySelector("[data-discussion]");
export const part = (name, within = root) => within.querySelector(`[data-part="${name}"]`);
export const person = Number(root?.dataset.person);
export const groupId = Number(root?.dataset.group) || null;
export const threadId = Number(root?.dataset.thread) || null;

export function keep(name, value) {
  try {
    if (value === null) localStorage.removeItem(name);
    else localStorage.setItem(name, JSON.stringify(value));
  } catch {
    // A browser that keeps nothing still sends what is written now.
  }
}

export function kept(name, otherwise) {
  try {
    return JSON.parse(localStorage.getItem(name)) ?? otherwise;
  } catch {
    return otherwise;
  }
}

export function newKey() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const hex = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0"));
  hex[6] = `4${hex[6][1]}`;
  hex[8] = `a${hex[8][1]}`;
  return hex.join("").replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, "$1-$2-$3-$4-$5");
}
