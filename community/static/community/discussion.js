// Makes the discussion live: posts appear at once, what is written while the connection is away is sent once after.
// The pages work without it. Protocol: docs/community.md. All words come from the page.

const root = document.querySelector("[data-discussion]");
const part = (name, within = root) => within.querySelector(`[data-part="${name}"]`);
const person = Number(root?.dataset.person);
const threadId = Number(root?.dataset.thread) || null;

// What the browser keeps ------------------------------------------------------------------------------------------

function keep(name, value) {
  try {
    if (value === null) localStorage.removeItem(name);
    else localStorage.setItem(name, JSON.stringify(value));
  } catch {
    // A browser that keeps nothing still sends what is written now.
  }
}

function kept(name, otherwise) {
  try {
    return JSON.parse(localStorage.getItem(name)) ?? otherwise;
  } catch {
    return otherwise;
  }
}

function newKey() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const hex = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0"));
  hex[6] = `4${hex[6][1]}`;
  hex[8] = `a${hex[8][1]}`;
  return hex.join("").replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, "$1-$2-$3-$4-$5");
}

// The connection --------------------------------------------------------------------------------------------------

const SIGNED_OUT = [4401, 4403];
const PING_EVERY = 25_000;
const PONG_WITHIN = 8_000;
const CALM = 1_500; // ms before a lost connection is worth a word

/** Follows the network from `seq`; comes back by itself and goes on where it was. */
class Connection {
  constructor(url, seq, handlers) {
    Object.assign(this, { url, seq, handlers, socket: null, tries: 0, ended: false, caughtUp: seq });
    addEventListener("online", () => this.open());
    addEventListener("offline", () => this.socket?.close());
    addEventListener("pageshow", () => this.open());
    document.addEventListener("visibilitychange", () => document.hidden || this.open());
    addEventListener("pagehide", () => this.socket?.close());
    setInterval(() => this.ping(), PING_EVERY);
    this.open();
  }

  get live() {
    return this.socket?.readyState === WebSocket.OPEN && this.greeted;
  }

  open() {
    if (this.ended || (this.socket && this.socket.readyState <= WebSocket.OPEN)) return;
    clearTimeout(this.retry);
    this.greeted = false;
    const socket = new WebSocket(`${this.url}?after=${this.seq}`);
    this.socket = socket;
    socket.addEventListener("message", ({ data }) => socket === this.socket && this.receive(JSON.parse(data)));
    socket.addEventListener("close", ({ code }) => socket === this.socket && this.closed(code));
  }

  closed(code) {
    this.socket = null;
    this.greeted = false;
    clearTimeout(this.pong);
    if (SIGNED_OUT.includes(code)) {
      this.ended = true;
      this.show("ended");
      return;
    }
    if (this.everLive) this.calm ??= setTimeout(() => this.show("away"), CALM);
    const wait = Math.min(30_000, 300 * 2 ** this.tries) * (0.7 + 0.6 * Math.random());
    this.tries += 1;
    this.retry = setTimeout(() => this.open(), wait);
  }

  show(state) {
    root.dataset.connection = state;
    for (const notice of root.querySelectorAll("[data-state]")) notice.hidden = notice.dataset.state !== state;
  }

  receive(frame) {
    clearTimeout(this.pong);
    if (frame.type === "hello") {
      clearTimeout(this.calm);
      Object.assign(this, { greeted: true, everLive: true, tries: 0, caughtUp: frame.seq, calm: undefined });
      this.show("live");
    }
    if (frame.type === "event") {
      if (frame.seq <= this.seq) return;
      this.seq = frame.seq;
    }
    this.handlers[frame.type]?.(frame);
  }

  send(content) {
    if (!this.live) return false;
    this.socket.send(JSON.stringify(content));
    return true;
  }

  ping() {
    if (!this.send({ type: "ping" })) return;
    this.pong = setTimeout(() => {
      const silent = this.socket;
      this.closed(1006);
      silent?.close();
    }, PONG_WITHIN);
  }
}

// Posts -----------------------------------------------------------------------------------------------------------

const language = document.documentElement.lang || "nl";
const inAmsterdam = (style) => new Intl.DateTimeFormat(language, { ...style, timeZone: "Europe/Amsterdam" });
const day = inAmsterdam({ day: "numeric", month: "long", year: "numeric" });
const clock = inAmsterdam({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" });

/** As the server writes it: "5 november 2018, 14.05". */
function moment(iso) {
  const when = new Date(iso);
  const time = clock.format(when);
  return `${day.format(when)}, ${language === "nl" ? time.replace(":", ".") : time}`;
}

function setTime(element, iso) {
  element.dateTime = iso;
  element.textContent = moment(iso);
}

function initials(name) {
  const words = name.split(/\s+/).filter(Boolean);
  return [words[0], words.length > 1 ? words.at(-1) : ""].map((word) => word?.[0] ?? "").join("").toUpperCase();
}

/** The page's thread: its posts, those still waiting to be sent, the form. */
class ThreadView {
  constructor() {
    this.list = part("posts");
    this.template = root.querySelector('[data-template="post"]');
    this.older = "older" in root.dataset;
  }

  find(id) {
    return this.list.querySelector(`[data-post="${id}"]`);
  }

  blank(id) {
    const item = this.template.content.firstElementChild.cloneNode(true);
    item.id = `post-${id}`;
    item.dataset.post = id;
    item.querySelector("article").setAttribute("aria-labelledby", `post-${id}-author`);
    part("author", item).id = `post-${id}-author`;
    for (const link of item.querySelectorAll("a")) {
      link.href = link.getAttribute("href").replace("/0/", `/${id}/`).replace("post=0", `post=${id}`).replace("#post-0", `#post-${id}`);
    }
    return item;
  }

  /** Show the post as it is now; an older version never replaces a newer one. */
  show(post) {
    this.drop(post.key);
    let item = this.find(post.id);
    if (item && Number(item.dataset.version) >= post.version && post.version > 1) return false;
    const fresh = !item;
    if (fresh && this.older) {
      part("newer").hidden = false;
      return true;
    }
    if (fresh) {
      item = this.blank(post.id);
      this.list.insertBefore(item, this.list.querySelector("[data-waiting]"));
    }
    item.dataset.version = post.version;
    this.fill(item, post);
    return fresh;
  }

  fill(item, post) {
    part("author", item).textContent = post.author.name;
    part("initials", item).textContent = initials(post.author.name);
    setTime(part("time", item), post.created_at);
    part("body", item).innerHTML = post.body; // cleaned by the server
    part("edited", item).hidden = !post.edited_at || post.deleted;
    part("deleted", item).hidden = !post.deleted;
    const own = post.author.id === person;
    if (!own) part("edit", item)?.remove();
    if (!own && !("facilitates" in root.dataset)) part("delete", item)?.remove();
    part("actions", item).hidden = post.deleted;
  }

  /** Show what is written but not acknowledged yet. */
  wait({ key, text }) {
    if (this.list.querySelector(`[data-waiting="${key}"]`)) return;
    const item = this.blank(key);
    delete item.dataset.post;
    item.dataset.waiting = key;
    item.classList.add("post--waiting");
    part("author", item).textContent = root.dataset.name;
    part("initials", item).textContent = initials(root.dataset.name);
    part("body", item).textContent = text;
    part("waiting", item).hidden = false;
    part("link", item).remove();
    part("actions", item).remove();
    this.list.append(item);
  }

  drop(key) {
    this.list.querySelector(`[data-waiting="${key}"]`)?.remove();
  }
}

/** What is written and not acknowledged: kept in the browser, sent with the same key until it is. */
class Outbox {
  constructor(connection, view, refused) {
    Object.assign(this, { connection, view, refused, name: `leernetwerk.outbox.${person}.${root.dataset.network}` });
    for (const item of this.items()) if (item.thread === threadId) view?.wait(item);
  }

  items() {
    return kept(this.name, []);
  }

  store(items) {
    keep(this.name, items.length ? items : null);
  }

  add(text, key) {
    const item = { key, thread: threadId, text };
    this.store([...this.items(), item]);
    this.view.wait(item);
    this.post(item);
  }

  post({ key, thread, text }) {
    this.connection.send({ type: "post.create", key, thread, text });
  }

  flush() {
    for (const item of this.items()) this.post(item);
  }

  done(key) {
    const items = this.items();
    const item = items.find((it) => it.key === key);
    if (item) this.store(items.filter((it) => it.key !== key));
    return item;
  }

  /** The server said no: give the words back, unless it only asks for patience. */
  error({ key, code, message }) {
    if (!this.items().some((it) => it.key === key)) return;
    if (code === "unavailable" || code === "too_many_requests") {
      setTimeout(() => this.flush(), 3000);
      return;
    }
    const item = this.done(key);
    this.view?.drop(key);
    if (item.thread === threadId) this.refused(item.text, message);
  }
}

// The form --------------------------------------------------------------------------------------------------------

const TYPING_EVERY = 3_000;

class ReplyForm {
  constructor(form, connection) {
    this.form = form;
    this.connection = connection;
    this.text = form.elements.body;
    this.draft = `leernetwerk.draft.${person}.${threadId}`;
    this.text.value ||= kept(this.draft, "");
    this.text.addEventListener("input", () => this.typed());
    form.addEventListener("submit", (event) => this.submit(event));
  }

  typed() {
    keep(this.draft, this.text.value || null);
    const now = Date.now();
    if (now - (this.told ?? 0) < TYPING_EVERY) return;
    this.told = now;
    this.connection.send({ type: "typing", thread: threadId });
  }

  /** Over the socket once it has been there; otherwise the form goes the plain way. */
  submit(event) {
    const text = this.text.value.trim();
    if (!text || !this.connection.everLive || this.connection.ended) {
      if (text) keep(this.draft, null);
      return;
    }
    event.preventDefault();
    part("problem").hidden = true;
    this.outbox.add(text, this.form.elements.key.value || newKey());
    this.form.elements.key.value = newKey();
    this.text.value = "";
    keep(this.draft, null);
    this.text.focus();
    this.told = 0;
  }

  giveBack(text, message) {
    this.text.value = this.text.value ? `${text}\n\n${this.text.value}` : text;
    keep(this.draft, this.text.value);
    part("problem").textContent = message;
    part("problem").hidden = false;
  }
}

// Who is here, who is writing ---------------------------------------------------------------------------------------

function showPresence({ members }) {
  const template = root.querySelector('[data-template="member"]');
  part("members").replaceChildren(
    ...members.map(({ name }) => {
      const item = template.content.firstElementChild.cloneNode(true);
      item.textContent = name;
      return item;
    }),
  );
  part("presence").hidden = members.length === 0;
}

class Typing {
  constructor(line) {
    this.line = line;
    this.names = new Map();
  }

  add({ id, name }) {
    clearTimeout(this.names.get(id)?.timer);
    this.names.set(id, { name, timer: setTimeout(() => this.remove(id), 6000) });
    this.show();
  }

  remove(id) {
    clearTimeout(this.names.get(id)?.timer);
    if (this.names.delete(id)) this.show();
  }

  show() {
    const names = [...this.names.values()].map(({ name }) => name);
    const { one, many } = this.line.dataset;
    this.line.textContent = { 0: "", 1: one.replace("{name}", names[0]) }[names.length] ?? many.replace("{names}", names.join(", "));
  }
}

function announce(post) {
  const line = part("announcer");
  line.textContent = line.dataset.text.replace("{name}", post.author.name);
}

// The two pages -----------------------------------------------------------------------------------------------------

/** The list: the thread of a new post moves up and counts it; a thread it does not know brings a new list. */
class ListView {
  event({ kind, data }) {
    if (kind === "thread.created") this.reload();
    if (kind !== "post.created" || !data.author) return;
    const item = root.querySelector(`[data-thread="${data.thread}"]`);
    if (!item) return this.reload();
    item.parentElement.prepend(item);
    setTime(part("time", item), data.created_at);
    this.raise(part("count", item));
    if (data.author.id !== person) {
      this.raise(part("unread-count", item));
      part("unread", item).hidden = false;
    }
  }

  raise(element) {
    element.textContent = Number(element.textContent) + 1;
  }

  reload() {
    clearTimeout(this.timer);
    this.timer = setTimeout(async () => {
      const answer = await fetch(location.href, { headers: { Accept: "text/html" } }).catch(() => null);
      if (!answer?.ok) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const threads = page.querySelector('[data-part="threads"]');
      if (threads) part("threads").replaceWith(document.adoptNode(threads));
    }, 250);
  }
}

function socketUrl() {
  const url = new URL(root.dataset.socket, location.href);
  url.protocol = url.protocol.replace("http", "ws");
  return url.href;
}

function follow() {
  const view = threadId ? new ThreadView() : null;
  const list = threadId ? null : new ListView();
  const typing = threadId ? new Typing(part("typing")) : null;
  let outbox;
  let reading;

  function read(seq) {
    clearTimeout(reading);
    if (!document.hidden) reading = setTimeout(() => connection.send({ type: "read", thread: threadId, seq }), 800);
  }

  function event({ seq, kind, data }) {
    list?.event({ kind, data });
    if (!kind.startsWith("post.") || !data.author) return; // without an author: its words are gone altogether
    outbox.done(data.key);
    if (!view || data.thread !== threadId) return;
    const fresh = view.show(data);
    typing.remove(data.author.id);
    if (kind === "post.created" && fresh && data.author.id !== person && seq > connection.caughtUp) announce(data);
    if (fresh && !view.older) read(seq);
  }

  const connection = new Connection(socketUrl(), Number(root.dataset.seq), {
    hello: () => outbox.flush(),
    event,
    ack({ key, post }) {
      outbox.done(key);
      if (view?.find(post)) view.drop(key); // otherwise its event is on the way
    },
    error: (frame) => outbox.error(frame),
    presence: showPresence,
    typing: ({ thread, member }) => thread === threadId && typing.add(member),
    resync: () => location.reload(),
  });
  const form = part("reply") && new ReplyForm(part("reply"), connection);
  outbox = new Outbox(connection, view, (text, message) => form?.giveBack(text, message));
  if (form) form.outbox = outbox;
}

if (root && "WebSocket" in window) follow();
