"""Small groups and talks between members, live and as several people at once."""

import re
import uuid

import pytest
from playwright.sync_api import expect

from tests.browser.pages import NETWORK

GROUPS = f"{NETWORK}groepen/"
FIRST = re.compile(r"/groepen/\d+/$")


def found(page, name, *people):
    """Make a group, as this person, with these invited."""
    page.goto(f"{GROUPS}nieuw/")
    page.get_by_label("Naam van de groep").fill(name)
    for who in people:
        page.get_by_label(who).check()
    page.get_by_role("button", name="Groep maken").click()
    page.wait_for_url(FIRST)
    return page.url


def write(page, text):
    page.locator("#reply [name=body]").focus()
    page.keyboard.type(text)
    page.get_by_role("button", name="Versturen").click()


@pytest.mark.parametrize("size", ["desktop", "phone"])
def test_a_group_talks_live_and_nobody_else_reads_it(person, size):
    name = f"Intervisie {uuid.uuid4().hex[:6]}"
    founder, guest, facilitator = (
        person("schoolleider", size=size),
        person("schoolleider2", size=size),
        person("begeleider"),
    )
    address = found(founder, name, "Mehmet Aydin")

    guest.goto(GROUPS)
    guest.get_by_role("button", name=re.compile(f"Ja, graag.*{name}")).click()
    expect(guest.get_by_text("Welkom! U zit in de groep.")).to_be_visible()
    founder.goto(address)
    founder.get_by_role("link", name="Gesprek beginnen").click()
    founder.get_by_label("Titel").fill("Mijn vraag")
    founder.locator("[name=body]").fill("Wie herkent dit?")
    founder.get_by_role("button", name="Beginnen").click()
    founder.wait_for_url(re.compile(r"/discussie/\d+/"))
    thread = founder.url.partition("#")[0]

    guest.get_by_role("link", name="Mijn vraag").click()
    expect(guest.get_by_text(f"Alleen de leden van de groep {name} lezen dit.")).to_be_visible()
    expect(guest.locator("[data-connection=live]")).to_be_visible(timeout=15_000)
    write(guest, "Ik herken het.")
    expect(founder.get_by_text("Ik herken het.")).to_be_visible()
    answer = facilitator.goto(thread)
    assert answer.status == 404
    facilitator.goto(address)
    expect(facilitator.get_by_text("Wat hier gezegd wordt, is voor de leden.")).to_be_visible()
    assert "Mijn vraag" not in facilitator.content()


def test_who_is_removed_leaves_the_page_at_once(person):
    name = f"Intervisie {uuid.uuid4().hex[:6]}"
    founder, guest = person("schoolleider"), person("schoolleider2")
    address = found(founder, name, "Mehmet Aydin")
    guest.goto(address)
    guest.get_by_role("button", name=re.compile(f"Ja, graag.*{name}")).click()
    expect(guest.locator("[data-connection=live]")).to_be_visible(timeout=15_000)

    founder.goto(address)
    founder.get_by_role("link", name=re.compile("^Verwijderen Mehmet")).click()
    founder.get_by_role("button", name="Verwijderen").click()

    guest.wait_for_url(f"**{GROUPS}", timeout=4_000)
    expect(guest.get_by_text(name)).to_have_count(0)


def test_two_members_agree_on_a_talk_and_one_blocks_the_other(person):
    asking, asked = person("schoolleider2", size="phone"), person("schoolleider3", size="phone")
    asking.goto(f"{NETWORK}deelnemers/")
    asking.locator("li.peer", has_text="Ingrid").get_by_role("link", name=re.compile("Vragen om te sparren")).click()
    asking.get_by_label(re.compile("Waarover")).fill("Hoe begon u met minder toetsen?")
    asking.get_by_role("button", name="Verzoek versturen").click()
    asking.wait_for_url("**/gesprekken/*/")
    address = asking.url

    asked.goto(address)
    asked.get_by_label("Ja, graag").check()
    asked.get_by_role("button", name="Antwoord versturen").click()
    asking.reload()
    expect(asking.get_by_role("link", name="schoolleider3@leernetwerk.example")).to_be_visible()

    asked.goto(f"{NETWORK}deelnemers/")
    card = asked.locator("li.peer", has_text="Mehmet")
    card.get_by_role("link", name=re.compile("Geen verzoeken meer")).click()
    asked.get_by_role("button", name="Geen verzoeken meer").click()
    expect(
        asked.locator("li.peer", has_text="Mehmet").get_by_text("U wilt geen verzoeken van deze deelnemer.")
    ).to_be_visible()
    asking.goto(f"{NETWORK}deelnemers/")
    expect(
        asking.locator("li.peer", has_text="Ingrid").get_by_role("link", name=re.compile("Vragen om te sparren"))
    ).to_have_count(0)

    asked.locator("li.peer", has_text="Mehmet").get_by_role("link", name=re.compile("Weer laten vragen")).click()
    asked.get_by_role("button", name="Weer laten vragen").click()
    expect(asked.locator("li.peer", has_text="Mehmet").get_by_text("U wilt geen verzoeken")).to_have_count(0)
