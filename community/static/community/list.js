import { setTime } from "./moments.js";
import { groupId, part, person, root } from "./page.js";

/** The list: the thread of a new post moves up and counts it; a thread it does not know brings a new list. */
export class ListView {
  event({ kind, data }) {
    if (kind.startsWith("group.")) return this.reload();
    if (kind.startsWith("thread.") && data.group === groupId) this.reload();
    if (kind !== "post.created" || !data.author) return undefined;
    const item = root.querySelector(`[data-thread="${data.thread}"]`);
    if (!item) return this.reload(); // of another place, where there may be news
    item.parentElement.prepend(item);
    setTime(part("time", item), data.created_at);
    this.raise(part("count", item));
    if (data.author.id !== person) {
      this.raise(part("unread-count", item));
      if (part("unread", item).hidden) this.reload(); // one more conversation with news: the tab counts it too
      part("unread", item).hidden = false;
    }
    return undefined;
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
      const rooms = page.querySelector('[data-part="rooms"]');
      if (rooms) document.querySelector('[data-part="rooms"]').replaceWith(document.adoptNode(rooms));
    }, 250);
  }
}
