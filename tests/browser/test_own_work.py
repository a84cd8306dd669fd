"""The own work on the platform goes into the portfolio from where it stands, and is frozen there as evidence."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.checks import AXE, accessible_on_desktop

NETWORK = "/netwerken/flexibilisering-van-toetsing-en-examinering/"
PLACES = {
    "bericht": (f"{NETWORK}discussie/", "/discussie/"),
    "opdracht": (f"{NETWORK}opdrachten/", "/opdrachten/"),
    "praktijk": ("/praktijkvoorbeelden/mijn/", ""),
}


def way_from(page: Page, kind: str) -> str:
    """Where the button at the own work of this kind leads, found as a reader would: on the page, or one link on."""
    address, deeper = PLACES[kind]
    page.goto(address)
    links = page.locator(f"main a[href*='{deeper}']").evaluate_all("links => links.map(link => link.href)")
    for place in [address, *dict.fromkeys(links)] if deeper else [address]:
        page.goto(place)
        button = page.locator(f"a[href*='/in-portfolio/{kind}/']").first
        if button.count():
            return str(button.get_attribute("href"))
    raise AssertionError(f"no {kind} of the own")


def no_problems(page: Page) -> None:
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    size = page.viewport_size
    page.evaluate(AXE)
    assert accessible_on_desktop(page) == []
    page.set_viewport_size(size or {"width": 1280, "height": 900})


@pytest.mark.parametrize("size", ["desktop", "phone"])
@pytest.mark.parametrize("kind", PLACES)
def test_own_work_is_frozen_as_evidence(person, kind, size):
    page = person("schoolleider", size=size)
    page.goto(way_from(page, kind))
    no_problems(page)
    page.locator("main a.button", has_text="Leiden van verandering").click()
    no_problems(page)
    words = page.locator("[name=text]").input_value()
    page.get_by_role("button", name="Zet in mijn portfolio").click()
    expect(page.locator("main .passage")).to_contain_text(words.split("\n")[0])
    no_problems(page)
    page.locator("[name=supports]").fill("Zo ging het bij ons.")
    page.locator("[name=part][value=quote]").check()
    page.locator("[name=quote]").fill("Dit staat er niet.")
    page.locator("main form:has([name=supports]) [type=submit]").click()
    expect(page.locator("main [aria-invalid=true]")).to_have_value("Dit staat er niet.")
    page.locator("[name=quote]").fill(words.split("\n")[0])
    page.locator("main form:has([name=supports]) [type=submit]").click()
    page.wait_for_url("**/bewijs/")
    piece = page.locator("main li", has=page.locator(".passage")).last
    expect(piece).to_contain_text("Overgenomen op")
    expect(piece.locator(".badge--ok")).to_be_visible()
    no_problems(page)
