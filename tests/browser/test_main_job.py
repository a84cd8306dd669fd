"""The platform's main job, as its users do it: two people at once, with and without JavaScript."""

import re
import uuid

import pytest
from playwright.sync_api import Page, expect

NETWORK = "/netwerken/flexibilisering-van-toetsing-en-examinering/"
QUESTION = "Hoe houden wij leerlingen gemotiveerd zonder cijfers?"


@pytest.fixture(params=[True, False], ids=["with JavaScript", "without JavaScript"])
def javascript(request):
    return request.param


def press(page: Page, name: str) -> None:
    """Press the button or follow the link with this name inside the page's main part."""
    target = page.locator("main").get_by_role("button", name=name, exact=True)
    (target if target.count() else page.locator("main").get_by_role("link", name=name, exact=True)).first.click()


def test_from_announcement_to_shared_practice(visitor, person, mail_to, javascript):
    word = f"proefwoord{uuid.uuid4().hex[:8]}"
    leader = person("nieuw", javascript=javascript)
    facilitator = person("begeleider", javascript=javascript)
    reader = visitor(javascript=javascript)

    read_the_announcement(reader)
    sign_up(leader)
    be_accepted(facilitator, leader, mail_to)
    see_the_space(leader)
    talk(leader, person("schoolleider", javascript=javascript), word, live=javascript)
    practice = contribute(leader, word)
    not_found_yet(reader, word, practice)
    be_returned_and_published(facilitator, leader, practice)
    leader.goto(f"{NETWORK}ruimte/")
    expect(leader.get_by_text(re.compile(r"U deelt \d+ praktijkvoorbeeld"))).to_be_visible()
    find_and_read(reader, word)
    leave(leader)


def read_the_announcement(page: Page) -> None:
    page.goto("/netwerken/")
    page.locator("main").get_by_role("link", name="Flexibilisering van toetsing en examinering").first.click()
    for words in (
        "10 september 2018",
        "Wat vragen we van u?",
        "Deelname is gratis",
        "leernetwerken@leernetwerk.example",
    ):
        expect(page.locator("main")).to_contain_text(words)


def sign_up(page: Page) -> None:
    page.goto(NETWORK)
    press(page, "Aanmelden")
    page.fill("[name=learning_question]", QUESTION)
    page.check("[name=attendance]")
    page.locator("main form button[type=submit]").first.click()

    expect(page.locator("[name=sharing]")).to_have_attribute("aria-invalid", "true")
    expect(page.locator("[name=learning_question]")).to_have_value(QUESTION)
    for agreement in ("attendance", "embedding", "time", "sharing"):
        page.check(f"[name={agreement}]")
    page.locator("main form button[type=submit]").first.click()
    expect(page.locator("main")).to_contain_text(QUESTION)


def be_accepted(facilitator: Page, leader: Page, mail_to) -> None:
    facilitator.goto(f"{NETWORK}begeleiding/")
    facilitator.get_by_role("button", name="Toelaten Kees Vermeulen").click()
    expect(facilitator.locator("main")).to_contain_text("Kees Vermeulen")

    leader.goto("/mijn/meldingen/")
    expect(leader.locator("main")).to_contain_text("Flexibilisering van toetsing en examinering")
    assert "Flexibilisering van toetsing en examinering" in mail_to("nieuw@leernetwerk.example")
    assert "Kees Vermeulen" in mail_to("begeleider@leernetwerk.example")


def see_the_space(page: Page) -> None:
    page.goto(f"{NETWORK}ruimte/")
    for words in (QUESTION, "Sanne Jacobs", "Bram de Wit", "Delen"):
        expect(page.locator("main")).to_contain_text(words)


def talk(writer: Page, listener: Page, word: str, *, live: bool) -> None:
    writer.goto(f"{NETWORK}discussie/")
    writer.get_by_role("link", name="Welke toets kunt u missen?").click()
    writer.wait_for_url(re.compile(r"/discussie/\d+/"))
    listener.goto(writer.url)
    writer.locator("[data-part=reply] textarea").fill(f"Onze {word} kan weg.")
    writer.locator("[data-part=reply] button[type=submit]").click()

    expect(writer.locator(".posts")).to_contain_text(word)
    if not live:
        listener.reload()
    expect(listener.locator(".posts")).to_contain_text(word)
    assert listener.locator(".posts").inner_text().count(word) == 1


def contribute(page: Page, word: str) -> str:
    page.goto("/praktijkvoorbeelden/bijdragen/")
    page.fill("[name=title]", f"Toetsbeleid zonder {word}")
    page.locator("main form:has([name=title]) [type=submit]").click()
    page.locator("button[name=action][value=to-all]").click()
    page.fill("[name=question]", "Wat gebeurt er zonder cijfers?")
    page.locator("button[name=action][value=submit]").click()
    expect(page.locator("[name=approach]")).to_have_attribute("aria-invalid", "true")
    expect(page.locator("[name=question]")).to_have_value("Wat gebeurt er zonder cijfers?")

    page.fill("[name=context]", "Vmbo-tl, onderbouw.")
    page.fill("[name=approach]", "Wij gaven feedback in plaats van cijfers.")
    page.fill("[name=result]", "Leerlingen vragen vaker om uitleg.")
    page.select_option("[name=network]", label="Flexibilisering van toetsing en examinering")
    page.select_option("[name=sector]", "VO")
    page.fill("[name=tags]", "cijferloos, feedback")
    page.fill("[name=permission_by]", "A. Bakker, rector")
    page.check("[name=permission]")
    page.set_input_files(
        "input[type=file]", {"name": "leidraad.txt", "mimeType": "text/plain", "buffer": b"Vraag eerst."}
    )
    page.locator("button[name=action][value=submit]").click()
    page.wait_for_url(lambda url: "bewerken" not in url)  # whose steps speak of waiting too
    expect(page.locator("main")).to_contain_text("Wacht op beoordeling")
    return page.url


def not_found_yet(page: Page, word: str, practice: str) -> None:
    page.goto(f"/praktijkvoorbeelden/?q={word}")
    expect(page.locator("main")).not_to_contain_text(f"Toetsbeleid zonder {word}")
    assert page.goto(practice).status == 404
    page.goto(f"/zoeken/?q={word}")
    expect(page.locator("main")).not_to_contain_text(f"Toetsbeleid zonder {word}")


def be_returned_and_published(facilitator: Page, leader: Page, practice: str) -> None:
    facilitator.goto(f"{practice}beoordelen/")
    facilitator.fill("[name=reasons]", "Vertel ook hoe ouders reageerden.")
    facilitator.locator("button[name=decision][value=return]").click()

    leader.goto(f"{practice}bewerken/")
    expect(leader.locator("main")).to_contain_text("Vertel ook hoe ouders reageerden.")
    leader.fill("[name=result]", "Leerlingen vragen vaker om uitleg. Ouders waren eerst bezorgd, daarna tevreden.")
    leader.locator("button[name=action][value=submit]").click()

    facilitator.goto(f"{practice}beoordelen/")
    facilitator.locator("button[name=decision][value=publish]").click()
    expect(facilitator.locator("main")).not_to_contain_text("Wacht op beoordeling")


def find_and_read(page: Page, word: str) -> None:
    for query in ("toets", "toetsing", "toetsbeleid"):
        page.goto(f"/praktijkvoorbeelden/?q={query}+{word}")
        expect(page.locator("main")).to_contain_text(f"Toetsbeleid zonder {word}")
    page.goto("/praktijkvoorbeelden/?q=toets&sector=VO")
    expect(page.locator("[name=sector][value=VO]")).to_be_checked()
    page.goto(f"/praktijkvoorbeelden/?q=toets+{word}")
    page.get_by_role("link", name=f"Toetsbeleid zonder {word}").first.click()
    expect(page.locator("main")).to_contain_text("Ouders waren eerst bezorgd")
    with page.expect_download() as download:
        page.locator("main").get_by_role("link", name="leidraad").first.click()
    assert download.value.path().read_bytes() == b"Vraag eerst."


def leave(page: Page) -> None:
    page.goto(f"{NETWORK}afmelden/")
    page.locator("main form button[type=submit]").click()
    page.goto(f"{NETWORK}ruimte/")
    expect(page.locator("main")).not_to_contain_text("Sanne Jacobs")


def test_what_was_missed_offline_is_caught_up(person):
    word = f"gemist{uuid.uuid4().hex[:8]}"
    writer, listener = person("schoolleider"), person("schoolleider2")
    for page in (writer, listener):
        page.goto(f"{NETWORK}discussie/")
        page.get_by_role("link", name="Welke toets kunt u missen?").click()
        page.wait_for_url(re.compile(r"/discussie/\d+/"))
    listener.context.set_offline(True)
    for number in range(3):
        writer.locator("[data-part=reply] textarea").fill(f"{word} {number}")
        writer.locator("[data-part=reply] button[type=submit]").click()
        expect(writer.locator(".posts")).to_contain_text(f"{word} {number}")

    listener.context.set_offline(False)

    expect(listener.locator(".posts")).to_contain_text(f"{word} 2", timeout=20_000)
    assert [f"{word} {number}" in listener.locator(".posts").inner_text() for number in range(3)] == [True] * 3
    assert listener.locator(".posts").inner_text().count(word) == 3
