// Makes the discussion live: posts appear at once, what is written while the connection is away is sent once after.
// The pages work without it. Protocol: docs/community.md. All words come from the page.

import { Connection } from "./connection.js";
import { keeping } from "./keeping.js";
import { ListView } from "./list.js";
import { Outbox } from "./outbox.js";
import { groupId, part, person, root, threadId } from "./page.js";
import { showPresence, Typing } from "./presence.js";
import { quietForms } from "./quiet.js";
import { quoting } from "./quoting.js";
import { reacting } from "./reactions.js";
import { ReplyForm } from "./reply.js";
import { ThreadView } from "./thread.js";

function announce(post) {
  const line = part("announcer");
  line.textContent = line.dataset.text.replace("{name}", post.author.name);
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
    if (kind === "group.left" && data.group === groupId) return location.assign(root.dataset.groups); // not for this reader any more
    if (kind === "thread.changed" && data.id === threadId) {
      view.markAnswer(data.answer);
      if (data.hidden !== "hidden" in root.dataset) location.reload(); // its title came or went
    }
    if (kind === "thread.merged" && data.id === threadId) location.reload(); // which leads to where it is now
    if (kind === "post.reacted") {
      const item = view?.find(data.id);
      if (item) view.react(item, data);
      return undefined;
    }
    if (!kind.startsWith("post.") || !data.author) return undefined; // without an author: its words are gone altogether
    outbox.done(data.key);
    if (view && data.thread !== threadId) view.remove(data.id);
    if (!view || data.thread !== threadId) return undefined;
    const fresh = view.show(data);
    typing.remove(data.author.id);
    if (kind === "post.created" && fresh && data.author.id !== person && seq > connection.caughtUp) announce(data);
    if (fresh && !view.older) read(seq);
    return undefined;
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
    read: () => list?.reload(), // in another window of the same person
    resync: () => location.reload(),
  });
  if (view) {
    keeping(view.list);
    reacting(view.list, connection);
    quietForms(view.list, connection);
  }
  const form = part("reply") && new ReplyForm(part("reply"), connection);
  outbox = new Outbox(connection, view, (item, message) => form?.giveBack(item, message));
  if (form) {
    form.outbox = outbox;
    quoting(view, form.writing);
  }
}

if (root && "WebSocket" in window) follow();
