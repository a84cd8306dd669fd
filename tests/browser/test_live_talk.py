"""Two participants and a facilitator talk live, and one of them loses the connection for a while."""

import re
import uuid

import pytest
from playwright.sync_api import Page, expect

from tests.browser.pages import NETWORK

ANNOUNCER = "[data-part=announcer]"
SOON = 20_000  # milliseconds: a lost connection is tried again with growing pauses


@pytest.fixture
def word() -> str:
    return f"live{uuid.uuid4().hex[:8]}"


@pytest.fixture
def talkers(person, word) -> list[Page]:
    """Begeleider, schoolleider and schoolleider2, the last on a phone, in a conversation of their own."""
    pages = [person("begeleider"), person("schoolleider"), person("schoolleider2", size="phone")]
    first = pages[0]
    first.goto(f"{NETWORK}discussie/nieuw/")
    first.get_by_label("Titel").fill(f"Gesprek {word}")
    first.locator("[name=body]").fill("Wie begint?")
    first.get_by_role("button", name="Beginnen").click()
    first.wait_for_url(re.compile(r"/discussie/\d+/"))
    for page in pages[1:]:
        page.goto(first.url.partition("#")[0])
    for page in pages:
        expect(page.locator("[data-part=members]")).to_contain_text("Bram")
    return pages


def say(page: Page, text: str) -> None:
    page.locator("#reply [name=body]").focus()
    page.keyboard.type(text)
    page.get_by_role("button", name="Versturen").click()


def heard(page: Page, word: str) -> list[str]:
    """The numbers of our messages, in the order in which they stand on the page."""
    return re.findall(rf"{word} (\d+)", page.locator(".posts").inner_text())


def test_nothing_is_lost_or_doubled_when_one_goes_away_and_comes_back(talkers, word):
    facilitator, near, phone = talkers
    say(near, f"{word} 1")
    for page in talkers:
        expect(page.locator(".posts")).to_contain_text(f"{word} 1")

    phone.context.set_offline(True)
    expect(phone.get_by_text("De verbinding is even weg")).to_be_visible(timeout=SOON)
    say(phone, f"{word} 2")
    expect(phone.locator("[data-waiting]")).to_contain_text(f"{word} 2")
    say(facilitator, f"{word} 3")
    say(near, f"{word} 4")
    phone.context.set_offline(False)

    for page in talkers:
        expect(page.locator(".posts")).to_contain_text(f"{word} 2", timeout=SOON)
        expect(page.locator(".posts")).to_contain_text(f"{word} 4", timeout=SOON)
        expect(page.locator("[data-waiting]")).to_have_count(0, timeout=SOON)
    assert sorted(heard(phone, word)) == ["1", "2", "3", "4"]
    assert heard(facilitator, word) == heard(near, word) == heard(phone, word)
    phone.reload()
    assert heard(phone, word) == heard(near, word)


def test_who_listens_with_a_screen_reader_is_told_quietly(talkers, word):
    _facilitator, near, phone = talkers
    assert phone.locator(ANNOUNCER).get_attribute("aria-live") == "polite"

    say(near, f"{word} 1")

    expect(phone.locator(ANNOUNCER)).to_contain_text("Nieuw bericht van Sanne")
    expect(near.locator(ANNOUNCER)).to_be_empty()
    expect(phone.locator("[data-part=reply] button[type=submit]")).to_be_visible()
    assert phone.evaluate("document.documentElement.scrollWidth") <= 360
