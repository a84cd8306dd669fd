"""What scripts make quicker goes without them too; the main job without them is in `test_main_job.py`."""

import uuid

import pytest
from playwright.sync_api import Page, expect

from tests.browser.pages import NETWORK


@pytest.fixture
def plain(person):
    """Opens a page without JavaScript for a demo account."""
    return lambda who, **options: person(who, javascript=False, **options)


def send(page: Page, button: str) -> None:
    page.locator("main").get_by_role("button", name=button, exact=True).first.click()


def test_a_visitor_on_a_phone_searches_and_narrows_the_library(visitor):
    page = visitor(size="phone", javascript=False)
    page.goto("/")
    page.get_by_role("button", name="Menu").click()
    page.locator("#site-search").fill("toets")
    page.locator("#site-search").press("Enter")
    page.wait_for_url("**/zoeken/?q=toets")

    page.goto("/praktijkvoorbeelden/?q=toets")
    page.get_by_text("Filteren").click()
    page.locator("[name=sector][value=VO]").check()
    send(page, "Toon resultaten")

    page.wait_for_url("**sector=VO**")
    expect(page.locator("#library-q")).to_have_value("toets")
    expect(page.locator("main .practice-card").first).to_be_visible()


def test_the_profile_is_stored(plain):
    page = plain("coach")
    page.goto("/mijn/instellingen/")
    page.fill("[name=first_name]", "Pieter")
    send(page, "Opslaan")

    page.goto("/mijn/instellingen/")
    expect(page.locator("[name=first_name]")).to_have_value("Pieter")


def test_notifications_are_read(plain):
    page = plain("begeleider")
    page.goto("/mijn/meldingen/")
    page.locator("main .card__title a").first.click()
    expect(page.locator("main h1")).to_be_visible()
    assert "/mijn/meldingen/" not in page.url

    page.goto("/mijn/meldingen/")
    send(page, "Markeer alles als gelezen")

    expect(page.locator("main .lead")).to_contain_text("0 ongelezen")


def test_a_poll_is_answered(plain):
    page = plain("schoolleider2")
    page.goto(f"{NETWORK}peilingen/1/")
    page.locator("main [name^=answer_][value=if_need_be]").last.check()
    send(page, "Mijn antwoorden opslaan")

    expect(page.locator("main [name^=answer_][value=if_need_be]").last).to_be_checked()


def test_an_assignment_is_handed_in_with_a_file(plain):
    page = plain("schoolleider2")
    page.goto(f"{NETWORK}opdrachten/2/inleveren/")
    page.fill("main [name=text]", "Onze toetskalender, met wat eraf kan.")
    page.set_input_files(
        "[name=uploads]", {"name": "kalender.txt", "mimeType": "text/plain", "buffer": b"Week 3: niets."}
    )
    send(page, "Inleveren")

    expect(page.locator("main")).to_contain_text("Ingeleverd")
    expect(page.locator("main")).to_contain_text("kalender")


def test_a_message_is_changed_and_taken_back(plain):
    page, word = plain("schoolleider3"), f"zonder{uuid.uuid4().hex[:6]}"
    page.goto(f"{NETWORK}discussie/1/")
    page.locator("[data-part=reply] textarea").fill(f"Script {word}.")
    page.locator("[data-part=reply] [type=submit]").click()
    mine = page.locator(".post", has_text=word)
    mine.locator("[data-part=edit]").click()
    page.locator("main form[method=post] textarea").fill(f"Script {word}, verbeterd.")
    page.locator("main form[method=post] [type=submit]").first.click()
    expect(mine).to_contain_text("verbeterd")

    mine.locator("[data-part=delete]").click()
    page.locator("main form[method=post] [type=submit]").first.click()

    expect(page.locator(".posts")).not_to_contain_text(word)
