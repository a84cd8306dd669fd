// What other programs put on the clipboard, without their styles: what these meant becomes bold, italic and lists.

const LEVEL = /mso-list:\s*l\d+\s+level(\d+)/i;
const NUMBERED = /^\s*\(?(\d+|[a-z]|[ivx]+)[.)]/i;
const PLAIN = /font-weight:\s*(normal|400)/i;
const BOLD = /font-weight:\s*(bold|[6-9]00)/i;
const ITALIC = /font-style:\s*italic/i;

/** Pasted HTML without style; the browser's policy would complain of each, so they are renamed before they are read. */
export function withoutStyles(html) {
  const renamed = html.replace(/<style[\s\S]*?<\/style>/gi, "").replace(/(\s)style\s*=/gi, "$1data-style=");
  const page = new DOMParser().parseFromString(renamed, "text/html");
  for (const element of page.querySelectorAll("style, script, xml, meta, link, title")) element.remove();
  for (const element of page.querySelectorAll("*")) if (element.localName.includes(":")) element.replaceWith(...element.childNodes);
  makeLists(page);
  for (const element of page.querySelectorAll("[data-style]")) keepMeaning(page, element);
  return page.body.innerHTML;
}

const styleOf = (element) => element.getAttribute("data-style") ?? "";

function keepMeaning(page, element) {
  const style = styleOf(element);
  element.removeAttribute("data-style");
  if (element.matches("b, strong") && PLAIN.test(style)) element.replaceWith(...element.childNodes);
  if (!element.matches("span")) return;
  for (const [pattern, tag] of [[BOLD, "strong"], [ITALIC, "em"]]) {
    if (!pattern.test(style)) continue;
    const mark = page.createElement(tag);
    mark.append(...element.childNodes);
    element.append(mark);
  }
}

/** Word writes the points of a list as paragraphs with a bullet in front. */
function makeLists(page) {
  let open = [];
  for (const paragraph of [...page.querySelectorAll("p, h1, h2, h3, h4, h5, h6")]) {
    const level = Number(LEVEL.exec(styleOf(paragraph))?.[1]);
    open = level ? addPoint(page, paragraph, level, open) : [];
  }
}

/** Moves the paragraph's words into a point of the list it belongs to; returns the lists that stand open then. */
function addPoint(page, paragraph, level, open) {
  const mark = [...paragraph.querySelectorAll("[data-style]")].find((it) => /mso-list:\s*ignore/i.test(styleOf(it)));
  const kind = NUMBERED.test(mark?.textContent ?? "") ? "ol" : "ul";
  mark?.remove();
  const lists = open.slice(0, level);
  const point = page.createElement("li");
  point.append(...paragraph.childNodes);
  if (lists.length < level || lists.at(-1).localName !== kind) lists.push(newList(page, kind, paragraph, level, lists));
  lists.at(-1).append(point);
  paragraph.remove();
  return lists;
}

function newList(page, kind, paragraph, level, lists) {
  const list = page.createElement(kind);
  if (lists.length >= level) lists.pop();
  const point = lists.at(-1)?.lastElementChild;
  if (point) point.append(list);
  else paragraph.before(list);
  return list;
}
