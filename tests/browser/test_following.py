"""Hearing when a network begins, and passing its page on."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.pages import AWAITED, NETWORK

OTHER_NETWORKS = Path(__file__).parent / "scripts" / "make_other_networks.py"
OWN_WAY = "window.shared = []; navigator.share = async (what) => { window.shared.push(what); };"
NO_OWN_WAY = "Object.defineProperty(Navigator.prototype, 'share', { value: undefined, configurable: true });"


@pytest.mark.parametrize("javascript", [True, False], ids=["with a script", "without a script"])
def test_somebody_follows_a_network_and_stops(product, person, javascript):
    product.do(OTHER_NETWORKS)
    page = person("nieuw", size="phone", javascript=javascript)
    page.goto(AWAITED)

    page.get_by_role("button", name="Laat mij weten").click()
    expect(page.get_by_text("U krijgt bericht zodra u zich kunt aanmelden.")).to_be_visible()
    page.get_by_role("button", name="Geen bericht meer sturen").click()

    expect(page.get_by_text("U krijgt hierover geen bericht meer.")).to_be_visible()
    expect(page.get_by_role("button", name="Laat mij weten")).to_be_visible()


def test_a_page_is_shared_in_the_devices_own_way(visitor):
    page = visitor(size="phone")
    page.add_init_script(OWN_WAY)
    page.goto(NETWORK)

    page.locator("[data-part=share]").click()

    [shared] = page.evaluate("window.shared")
    assert shared["url"].endswith(NETWORK)
    assert shared["title"]


def test_without_that_the_address_is_copied(visitor, product):
    page = visitor()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.add_init_script(NO_OWN_WAY)
    page.goto(NETWORK)

    page.locator("[data-part=share]").click()

    expect(page.get_by_text("Het adres is gekopieerd")).to_be_visible()
    assert re.search(rf"{NETWORK}$", page.evaluate("navigator.clipboard.readText()"))
