"""Somebody who uses the site with a keyboard alone."""

from playwright.sync_api import Page

# What has the focus, and what is wrong with how that shows; looked at until it shows, as a page may still be scrolling.
# A ring may be drawn around what holds the element: a card, a box.
FOCUS = """async () => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const outlined = each => {
    const {outlineStyle, outlineWidth} = getComputedStyle(each);
    return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
  };
  const problem = () => {
    const {left, right, top, bottom} = element.getBoundingClientRect();
    if (right <= Math.max(left, 0) || left >= innerWidth) return "beside the window";
    if (bottom <= 0 || top >= innerHeight) return "outside the window";
    const around = [element, element.parentElement, element.closest(".card, .search-box")];
    return around.some(each => each && outlined(each)) ? "" : "no ring";
  };
  for (let frame = 0; frame < 60 && problem(); frame++) await new Promise(requestAnimationFrame);
  return {
    mark: element.outerHTML.slice(0, 160),
    place: [...document.querySelectorAll("*")].indexOf(element),
    problem: problem(),
  };
}"""


class Keyboard:
    """Steps from one element to the next, and sees to it that at every stop the focus shows."""

    def __init__(self, page: Page):
        self.page = page
        page.emulate_media(reduced_motion="reduce")  # nobody waits for scrolling

    def step(self) -> int | None:
        """Press Tab; returns the place of the focus in the page's source, or None when it left the page."""
        self.page.keyboard.press("Tab")
        focus = self.page.evaluate(FOCUS)
        assert not focus or not focus["problem"], f"{self.page.url}: {focus['problem']}: {focus['mark']}"
        return focus and focus["place"]

    def tab_to(self, selector: str, most: int = 100) -> "Keyboard":
        """Press Tab until the focus is on an element that matches."""
        for _ in range(most):
            self.step()
            if self.is_on(selector):
                return self
        raise AssertionError(f"{selector} is not reached on {self.page.url}")

    def is_on(self, selector: str) -> bool:
        return bool(self.page.evaluate("it => document.activeElement.matches(it)", selector))

    def wait_until_on(self, selector: str) -> "Keyboard":
        """For what a script gives the focus to."""
        self.page.wait_for_function("it => document.activeElement.matches(it)", arg=selector)
        return self

    def press(self, *keys: str) -> "Keyboard":
        for key in keys:
            self.page.keyboard.press(key)
        return self

    def write(self, text: str) -> "Keyboard":
        self.page.keyboard.insert_text(text)
        return self

    def type_day(self, digits: str) -> "Keyboard":
        """Into a field for a day; the digits have the same day and month, as a browser may ask either first."""
        self.page.keyboard.type(digits)
        return self

    def enter(self) -> "Keyboard":
        """Press Enter, and wait for the page that follows."""
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")
        return self
