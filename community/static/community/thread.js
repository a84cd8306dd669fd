import { showFiles } from "./files.js";
import { showReactions } from "./reactions.js";
import { setTime } from "./moments.js";
import { part, person, root } from "./page.js";
import { offerUndo } from "./undo.js";

function initials(name) {
  const words = name.split(/\s+/).filter(Boolean);
  return [words[0], words.length > 1 ? words.at(-1) : ""].map((word) => word?.[0] ?? "").join("").toUpperCase();
}

/** The page's thread: its posts, those still waiting to be sent, the form. */
export class ThreadView {
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
    for (const form of item.querySelectorAll("form")) form.action = form.getAttribute("action").replace("/0/", `/${id}/`);
    for (const link of item.querySelectorAll("a")) {
      link.href = link.getAttribute("href").replace("/0/", `/${id}/`).replace("post=0", `post=${id}`).replace("cite=0", `cite=${id}`).replace("#post-0", `#post-${id}`);
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
      this.list.insertBefore(item, this.place(post.seq));
    }
    Object.assign(item.dataset, { version: post.version, seq: post.seq });
    this.fill(item, post);
    return fresh;
  }

  /** Before which item a post comes: a moved one has its place among those that were there. */
  place(seq) {
    const later = [...this.list.querySelectorAll("[data-post]")].find((it) => Number(it.dataset.seq) > seq);
    return later ?? this.list.querySelector("[data-waiting]");
  }

  remove(id) {
    this.find(id)?.remove();
  }

  fill(item, post) {
    part("author", item).textContent = post.author.name;
    part("initials", item).textContent = initials(post.author.name);
    setTime(part("time", item), post.created_at);
    const own = post.author.id === person;
    const facilitates = "facilitates" in root.dataset;
    if (post.deleted || !post.hidden || !(own || facilitates)) {
      part("body", item).innerHTML = post.body; // cleaned by the server
      showFiles(part("files", item), post.files);
    }
    this.react(item, { ...post, deleted: post.deleted || post.hidden });
    this.unfold(part("cards", item), part("body", item), post.id);
    part("edited", item).hidden = !post.edited_at || post.deleted || post.hidden;
    part("deleted", item).hidden = !post.deleted;
    part("hidden", item).hidden = !post.hidden || post.deleted;
    offerUndo(part("restore", item), post);
    if (part("accept", item)) part("accept", item).hidden = post.deleted;
    if (!own) part("edit", item)?.remove();
    if (!own && !facilitates) part("delete", item)?.remove();
    if (own) for (const name of ["report", "hide"]) part(name, item)?.remove();
    part("actions", item).hidden = post.deleted || (post.hidden && !(own || facilitates));
  }

  markAnswer(id) {
    for (const item of this.list.querySelectorAll("[data-post]")) {
      const answers = Number(item.dataset.post) === id;
      part("answer", item).hidden = !answers;
      const button = item.querySelector("[data-accept]");
      if (!button) continue;
      button.value = answers ? "0" : "1";
      button.textContent = answers ? button.dataset.unaccept : button.dataset.accept;
    }
  }

  react(item, { reactions, deleted = false }) {
    showReactions(part("reactions", item), reactions);
    part("reactions", item).hidden = deleted;
  }

  /** Links to our own pages get a card, as this reader may see it. */
  async unfold(place, body, id) {
    const own = [...body.querySelectorAll("a[href]")].some((link) => link.origin === location.origin && !link.closest("blockquote"));
    if (!own) return place.replaceChildren();
    const answer = await fetch(place.dataset.address.replace("/0/", `/${id}/`)).catch(() => null);
    if (answer?.ok) place.innerHTML = await answer.text();
    return undefined;
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
    for (const name of ["link", "edited"]) part(name, item).remove();
    for (const one of item.querySelectorAll("form, .post__actions")) one.remove();
    this.list.append(item);
  }

  drop(key) {
    this.list.querySelector(`[data-waiting="${key}"]`)?.remove();
  }
}
