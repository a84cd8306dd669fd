// Measurements that `checks.py` makes in the page. Each returns lines that say what is wrong and where.
window.checks = (() => {
  const name = (element) =>
    `<${element.localName}${element.id ? `#${element.id}` : ""}${element.className?.baseVal ?? element.className ? `.${String(element.className?.baseVal ?? element.className).trim().replace(/\s+/g, ".")}` : ""}> ${element.textContent.trim().slice(0, 40)}`;

  /** Not for eyes: a table's head is left to screen readers where the table folds. */
  const unseen = (element) => getComputedStyle(element.closest("thead") ?? element).clipPath === "inset(50%)";

  const shown = (element) =>
    element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }) &&
    !element.closest(".visually-hidden, .skip-link, template, dialog:not([open])") &&
    !unseen(element);

  /** What is folded away keeps its place in Chromium's geometry. */
  const folded = (element) => element.matches("details:not([open])");

  /** An open list of suggestions lies over the page, as it should. */
  const floats = (element) => element.closest("[role=listbox]");

  /** The rectangles of each piece of text, less the room between lines. */
  function* pieces() {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    while (walker.nextNode()) {
      const text = walker.currentNode;
      const holder = text.parentElement;
      if (!text.data.trim() || !shown(holder) || folded(holder) || floats(holder)) continue;
      range.selectNodeContents(text);
      for (const { left, right, top, bottom } of range.getClientRects()) {
        const room = (bottom - top) / 4;
        if (right - left > 2) yield { text, left, right, top: top + room, bottom: bottom - room };
      }
    }
  }

  const stillness = new CSSStyleSheet();
  stillness.replaceSync("*, ::before, ::after { transition: none !important; animation: none !important; }");

  /** Or colours are measured half-way from light to dark. */
  function hold() {
    document.adoptedStyleSheets = [stillness];
  }

  function goOn() {
    document.adoptedStyleSheets = [];
  }

  function sideways() {
    const root = document.documentElement;
    const over = root.scrollWidth - root.clientWidth;
    if (over <= 0) return [];
    const widest = [...document.body.querySelectorAll("*")].filter((each) => each.getBoundingClientRect().right > root.clientWidth + 1);
    return [`${over} px too wide, because of ${widest.slice(-3).map(name).join(" | ")}`];
  }

  function cutOff() {
    return [...document.body.querySelectorAll("*")]
      .filter((each) => shown(each) && each.textContent.trim() && !["textarea", "select", "option", "input"].includes(each.localName))
      .filter((each) => {
        const style = getComputedStyle(each);
        const hides = (value) => value === "hidden" || value === "clip";
        return (
          style.webkitLineClamp === "none" &&
          ((hides(style.overflowX) && each.scrollWidth > each.clientWidth + 2) || (hides(style.overflowY) && each.scrollHeight > each.clientHeight + 2))
        );
      })
      .map((each) => `cut off: ${name(each)}`);
  }

  function overlapping() {
    const all = [...pieces()].sort((a, b) => a.top - b.top);
    const found = [];
    for (let one = 0; one < all.length; one++) {
      for (let other = one + 1; other < all.length && all[other].top < all[one].bottom - 2; other++) {
        const wide = Math.min(all[one].right, all[other].right) - Math.max(all[one].left, all[other].left);
        const high = Math.min(all[one].bottom, all[other].bottom) - Math.max(all[one].top, all[other].top);
        if (wide > 3 && high > 3 && all[one].text !== all[other].text) {
          found.push(`"${all[one].text.data.trim().slice(0, 30)}" over "${all[other].text.data.trim().slice(0, 30)}"`);
        }
      }
    }
    return found;
  }

  /** What is to be pressed and lies under something else: the press would go to another. */
  function outOfReach() {
    return [...document.querySelectorAll("main :is(a[href], button, input, select, textarea, summary):not([type=hidden], :disabled)")]
      .filter((each) => shown(each) && !floats(each))
      .filter((each) => {
        each.scrollIntoView({ block: "center", behavior: "instant" });
        const { left, top, width, height } = each.getClientRects()[0] ?? each.getBoundingClientRect();
        const hit = document.elementFromPoint(left + width / 2, top + height / 2);
        return hit && !each.contains(hit) && !hit.contains(each) && hit.closest("label")?.control !== each && !floats(hit);
      })
      .map((each) => `under something else: ${name(each)}`);
  }

  /** Where colours are the reader's, a control needs an edge, and a drawing made of its background disappears. */
  function lostInForcedColours() {
    const edge = (each) => ["borderTopWidth", "borderBottomWidth", "outlineWidth"].some((side) => parseFloat(getComputedStyle(each)[side]));
    const edgeless = [...document.querySelectorAll(".button, input:not([type=hidden], [type=checkbox], [type=radio], [type=file]), textarea, select")]
      .filter((each) => shown(each) && !each.matches(".button--quiet") && !edge(each) && !edge(each.parentElement) && !edge(each.parentElement.parentElement));
    const masked = [...document.querySelectorAll("body *")].filter((each) => {
      const style = getComputedStyle(each);
      return shown(each) && style.maskImage !== "none" && style.forcedColorAdjust === "auto" && !style.backgroundColor.includes("rgb");
    });
    return [...edgeless.map((each) => `without an edge: ${name(each)}`), ...masked.map((each) => `invisible: ${name(each)}`)];
  }

  function moving() {
    const seconds = (value) => Math.max(...value.split(",").map(parseFloat));
    return [...document.querySelectorAll("body *")]
      .filter((each) => {
        const style = getComputedStyle(each);
        return seconds(style.transitionDuration) > 0.05 || (style.animationName !== "none" && seconds(style.animationDuration) > 0.05);
      })
      .map((each) => `moves: ${name(each)}`);
  }

  return { hold, goOn, sideways, cutOff, overlapping, outOfReach, lostInForcedColours, moving };
})();
