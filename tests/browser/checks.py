"""What is checked of every page as a browser shows it. Each check tells what is wrong, in lines that name the spot.

One page is loaded once, and then looked at in one window after another, as loading takes longest.
"""

from collections.abc import Callable
from pathlib import Path

import axe_playwright_python
from playwright.sync_api import Dialog, Error, Page

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()
SCRIPTS = Path(__file__).with_name("checks.js").read_text()
DESKTOP, PHONE, SMALLEST = (
    {"width": 1280, "height": 900},
    {"width": 360, "height": 780},
    {"width": 320, "height": 640},
)
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def listen_for_trouble(page: Page) -> list[str]:
    """A list that fills with script errors, breaches of the policy and dialogs of this page; to be empty at the end.

    A test that failed within a listener would take the connection to the browser with it.
    """
    troubles: list[str] = []

    def note_error(error: Error) -> None:
        if not error.message.startswith("Transition was"):  # Chromium's own word for one that was cut short
            troubles.append(f"script error: {error}")

    def answer(dialog: Dialog) -> None:
        if dialog.type != "beforeunload":
            troubles.append(f"dialog: {dialog.message}")
        dialog.accept()

    page.on("pageerror", note_error)
    page.on("console", lambda message: "Security Policy" in message.text and troubles.append(message.text))
    page.on("dialog", answer)
    return troubles


def problems_of(page: Page, language: str) -> list[str]:
    """All that is wrong with the page that is open, at every size and setting. The window is left as it was.

    Each language gets the whole of axe once, Dutch on a light desktop and English on a dark phone, as the words
    are what differs; then once more what depends on colours, and on the smallest screen what depends on sizes.
    """
    page.emulate_media(reduced_motion="reduce")
    page.evaluate(AXE)
    page.evaluate(SCRIPTS)
    page.evaluate("checks.hold()")
    found = []
    for check in (*AXE_ON[language], *CHECKS):
        found += [f"{check.__name__}: {line}" for line in check(page)]
    page.emulate_media(color_scheme="light", forced_colors="none", reduced_motion="no-preference")
    page.set_viewport_size(DESKTOP)
    return found


def accessible_on_desktop(page: Page) -> list[str]:
    page.emulate_media(color_scheme="light")
    page.set_viewport_size(DESKTOP)
    return _axe(page)


def accessible_on_a_dark_phone(page: Page) -> list[str]:
    page.set_viewport_size(PHONE)
    _darken(page)
    return _axe(page)


def _darken(page: Page) -> None:
    """Once the colours are those of the dark: some go there in a moment, which a slow machine would measure halfway."""
    page.emulate_media(color_scheme="dark")
    page.evaluate(
        "async () => { await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));"
        " const going = document.getAnimations().filter((it) => it instanceof CSSTransition);"
        " await Promise.allSettled(going.map((it) => it.finished)); }"
    )


def fits(page: Page) -> list[str]:
    """No sideways scrolling, from the smallest phone on (which is 400 % zoom on a desktop)."""
    found = []
    for size in (SMALLEST, PHONE, {"width": 768, "height": 1024}, DESKTOP):
        page.set_viewport_size(size)
        found += [f"at {size['width']} px: {line}" for line in page.evaluate("checks.sideways()")]
    return found


def visible_in_the_dark(page: Page) -> list[str]:
    _darken(page)
    return _axe(page, "color-contrast")


def within_reach_of_a_finger(page: Page) -> list[str]:
    page.emulate_media(color_scheme="light")
    page.set_viewport_size(SMALLEST)
    return _axe(page, "target-size", "scrollable-region-focusable")


def takes_its_own_clicks(page: Page) -> list[str]:
    """Nothing that is to be pressed lies under something else."""
    page.set_viewport_size(DESKTOP)
    return [str(line) for line in page.evaluate("checks.outOfReach()")]


def readable_at_twice_the_text(page: Page) -> list[str]:
    """With letters of 200 % nothing is cut off, lies over something else, or falls off the page."""
    page.set_viewport_size(DESKTOP)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")  # drawn anew
    found = page.evaluate("[...checks.sideways(), ...checks.cutOff(), ...checks.overlapping()]")
    page.evaluate("document.documentElement.style.fontSize = ''")
    return [str(line) for line in found]


def visible_in_forced_colours(page: Page) -> list[str]:
    page.emulate_media(forced_colors="active")
    return [str(line) for line in page.evaluate("checks.lostInForcedColours()")]


def still_when_asked(page: Page) -> list[str]:
    page.emulate_media(forced_colors="none")
    return [str(line) for line in page.evaluate("(checks.goOn(), checks.moving())")]


AXE_ON: dict[str, list[Callable[[Page], list[str]]]] = {
    "nl": [accessible_on_desktop, visible_in_the_dark],
    "en": [accessible_on_a_dark_phone],
}
CHECKS: list[Callable[[Page], list[str]]] = [
    within_reach_of_a_finger,
    fits,
    takes_its_own_clicks,
    readable_at_twice_the_text,
    visible_in_forced_colours,
    still_when_asked,
]


def _axe(page: Page, *rules: str) -> list[str]:
    only = {"type": "rule", "values": rules} if rules else {"type": "tag", "values": TAGS}
    report = page.evaluate("options => axe.run(options)", {"resultTypes": ["violations"], "runOnly": only})
    return [
        f"{violation['id']}: {node['target']} {node['html'][:160]}"
        for violation in report["violations"]
        for node in violation["nodes"][:3]
    ]
