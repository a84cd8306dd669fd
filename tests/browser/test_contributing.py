"""From a first word to a visitor on a phone: a practice written by keyboard, returned, sent in again and published."""

import re
import uuid

import pytest
from playwright.sync_api import Page, expect

from tests.browser.checks import AXE, accessible_on_desktop
from tests.browser.keyboard import Keyboard

GO_ON = "#practice-form .form__actions button:first-of-type"


@pytest.fixture
def word():
    return f"woord{uuid.uuid4().hex[:8]}"


def no_problems(page: Page) -> None:
    page.evaluate(AXE)
    assert accessible_on_desktop(page) == []


def test_a_practice_by_keyboard_from_draft_to_a_phone(person, visitor, word):
    leader, facilitator, reader = person("schoolleider2"), person("begeleider"), visitor(size="phone")
    address = write_by_keyboard(leader, word)
    return_with_a_remark(facilitator, address)
    answer_and_send_again(leader, address)
    publish(facilitator, address)
    find_on_a_phone(reader, word)
    try_at_another_school(person("schoolleider"), facilitator, address, word)
    reader.reload()
    expect(reader.locator("main")).to_contain_text("Ook bij ons vroegen leerlingen vaker om uitleg.")
    withdraw(leader, address)
    assert reader.goto(address).status == 410
    expect(reader.locator("main")).to_contain_text(word)


def write_by_keyboard(page: Page, word: str) -> str:
    """Every step with Tab, letters and Enter only; answers the address of what was submitted."""
    page.goto("/praktijkvoorbeelden/bijdragen/")
    no_problems(page)
    keys = Keyboard(page).tab_to("[name=title]").write(f"Minder cijfers met {word}")
    keys.tab_to("main form [type=submit]").enter()
    step(page, keys, {"question": "Hoe leren leerlingen meer van een toets?"}, "context")
    keys.tab_to("[name=sector]").press("v")
    step(page, keys, {"context": "Havo, onderbouw, zes klassen."}, "aanpak")
    keys.tab_to("[name=approach]").write("Onze leerling Daan begon.")
    expect(page.locator("[data-part=panel]")).to_contain_text("leerling Daan")
    page.locator("[name=approach]").press("Control+a")
    keys.write("Een leerling begon, en de klas volgde.")
    step(page, keys, {"result": "Leerlingen vragen vaker om uitleg."}, "lessen")
    step(page, keys, {"conditions": "Een uur per week."}, "materialen")
    step(page, keys, {"link": "https://vimeo.com/1", "link_title": "Filmpje van de les"}, "vinden")
    keys.tab_to("[name=tags]").write("cijferloos")
    step(page, keys, {}, "delen")
    keys.tab_to("[name=permission_by]").write("A. Bakker, rector").tab_to("[name=permission]").press("Space")
    expect(page.locator("[data-part=panel]")).to_contain_text("Compleet")
    no_problems(page)
    keys.tab_to(f"{GO_ON}[value=submit]").enter()
    expect(page.locator("main")).to_contain_text("Wacht op beoordeling")
    return page.url


def step(page: Page, keys: Keyboard, typed: dict[str, str], after: str) -> None:
    """Fill one step in and go on to the next."""
    for name, text in typed.items():
        keys.tab_to(f"[name={name}]").write(text)
    no_problems(page)
    keys.tab_to(f"{GO_ON}[value=to-{after}]").enter()
    page.wait_for_url(f"**/{after}/")


def return_with_a_remark(page: Page, address: str) -> None:
    page.goto(f"{address}beoordelen/")
    no_problems(page)
    part = page.locator("section:has(> #part-approach)")
    part.locator("summary").last.click()
    part.locator("[name=text]").fill("Hoe lang duurde dit?")
    part.locator("form [type=submit]").last.click()
    page.wait_for_url("**#remark-*")
    page.locator("[name=reasons]").fill("Vertel ook hoe lang het duurde.")
    page.locator("[name=decision][value=return]").click()
    page.wait_for_url("**/praktijkvoorbeelden/beoordelen/")


def answer_and_send_again(page: Page, address: str) -> None:
    page.goto(f"{address}bewerken/aanpak/")
    expect(page.locator("main")).to_contain_text("Hoe lang duurde dit?")
    no_problems(page)
    page.fill("[name=approach]", "Een leerling begon, en de klas volgde. Het duurde zes weken.")
    page.locator("nav [value=to-delen]").click()
    page.wait_for_url("**/delen/")
    page.locator("[name=action][value=submit]").last.click()
    expect(page.locator("main")).to_contain_text("Wacht op beoordeling")


def publish(page: Page, address: str) -> None:
    page.goto(f"{address}beoordelen/")
    expect(page.locator("ins").first).to_contain_text("zes weken")
    for box in page.locator("[name=ticked]").all():
        box.check()
    no_problems(page)
    page.locator("[name=decision][value=publish]").click()
    page.wait_for_url("**/praktijkvoorbeelden/beoordelen/")
    page.goto(f"{address}geschiedenis/")
    expect(page.locator(".timeline > li")).to_have_count(6)
    no_problems(page)


def find_on_a_phone(page: Page, word: str) -> None:
    page.goto(f"/praktijkvoorbeelden/?q={word}")
    page.get_by_role("link", name=re.compile(word)).first.click()
    expect(page.locator("main")).to_contain_text("Het duurde zes weken.")
    expect(page.locator("main")).to_contain_text("te bekijken bij Vimeo")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def try_at_another_school(page: Page, facilitator: Page, address: str, word: str) -> None:
    page.goto(f"{address}uitgeprobeerd/")
    page.fill("[name=result]", "Ook bij ons vroegen leerlingen vaker om uitleg.")
    page.locator("[name=again]").first.check()
    page.locator("main form:has([name=result]) [type=submit]").last.click()
    page.wait_for_url(address)
    facilitator.goto("/praktijkvoorbeelden/uitgeprobeerd/")
    facilitator.get_by_role("link", name=re.compile(word)).first.click()
    facilitator.locator("[name=decision][value=publish]").click()
    facilitator.wait_for_url("**/uitgeprobeerd/")


def withdraw(page: Page, address: str) -> None:
    page.goto(f"{address}intrekken/")
    page.locator("main form [type=submit]").click()
    page.wait_for_url("**/mijn/")


@pytest.fixture
def writer(person):
    """Somebody at the step of the materials of a new practice."""
    page = person("schoolleider3")
    page.goto("/praktijkvoorbeelden/bijdragen/")
    page.fill("[name=title]", f"Met bestanden {uuid.uuid4().hex[:6]}")
    page.locator("main form [type=submit]").first.click()
    page.wait_for_url("**/vraag/")
    page.goto(page.url.replace("/vraag/", "/materialen/"))
    return page


def send_a_file(page: Page, name: str) -> None:
    page.set_input_files(
        "[name=uploads]", {"name": name, "mimeType": "application/pdf", "buffer": b"%PDF-1.4\n%%EOF\n"}
    )
    page.locator(".practice-actions [value=save]").click()


def types_on(page: Page, text: str) -> None:
    """What is typed from here is kept by the server."""
    with page.expect_response("**/tussentijds/materialen/") as answer:
        page.fill("[name=link_title]", text)
    assert answer.value.status == 200
    expect(page.locator("[data-part=kept]")).to_contain_text("is bewaard")


def kept_in(page: Page) -> set[str]:
    """What the script keeps on this device, by name."""
    return set(page.evaluate("Object.keys(localStorage).filter((name) => name.startsWith('person-'))"))


def test_typing_is_kept_after_files_were_stopped_or_refused(writer):
    writer.route("**/bewerken/materialen/", lambda _route: None)  # it never gets there
    send_a_file(writer, "Toetswijzer.pdf")
    writer.locator("[data-part=cancel]").click()
    types_on(writer, "Na het stoppen")
    writer.unroute("**/bewerken/materialen/")

    send_a_file(writer, "Toetswijzer.exe")
    expect(writer.locator(".error-summary")).to_be_visible()
    types_on(writer, "Na de fout")

    writer.evaluate("document.querySelector('[data-autosave]').dispatchEvent(new Event('submit'))")
    writer.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    types_on(writer, "Na terugkomen")


def test_the_title_of_a_material_stays_on_this_device(writer):
    send_a_file(writer, "Toetswijzer.pdf")
    title = writer.locator("[name^=material-][name$=-title]")
    title.fill("Net getypt")
    expect(writer.locator("[data-part=kept]")).to_contain_text("alleen op dit apparaat")
    writer.reload()
    expect(title).to_have_value("Net getypt")
    with writer.expect_navigation():
        writer.locator(".practice-actions [value=save]").click()
    expect(title).to_have_value("Net getypt")
    assert kept_in(writer) == set()


def test_what_another_tab_left_stays_until_it_is_used(writer):
    name = writer.locator("[data-autosave]").get_attribute("data-name")
    ours, left, others = f"{name}:{writer.evaluate('sessionStorage.writing')}", f"{name}:ander", "person-0-x:ander"
    for key, text in ((ours, "Van dit tabblad"), (left, "Van een ander"), (others, "Van iemand anders")):
        kept = {"values": {"link_title": [text]}, "version": "1", "serial": "0"}
        writer.evaluate("([key, kept]) => localStorage.setItem(key, JSON.stringify(kept))", [key, kept])
    writer.reload()
    expect(writer.locator("[name=link_title]")).to_have_value("Van dit tabblad")
    expect(writer.locator("[data-part=kept]")).to_contain_text("is bewaard")
    assert kept_in(writer) == {left, others}
    writer.reload()
    expect(writer.locator("[name=link_title]")).to_have_value("Van een ander")
    expect(writer.locator("[data-clash=link_title]")).to_contain_text("Van dit tabblad")
    assert kept_in(writer) == {ours, others}


def test_two_windows_and_a_lost_connection_lose_nothing(person):
    first = person("schoolleider3")
    first.goto("/praktijkvoorbeelden/bijdragen/")
    first.fill("[name=title]", f"Twee vensters {uuid.uuid4().hex[:6]}")
    first.locator("main form [type=submit]").first.click()
    first.wait_for_url("**/vraag/")
    second = first.context.new_page()
    second.goto(first.url)
    first.fill("[name=question]", "Uit het eerste venster.")
    expect(first.locator("[data-part=kept]")).to_contain_text("is bewaard")
    second.fill("[name=question]", "Uit het tweede venster.")

    clash = second.locator("[data-clash=question]")
    expect(clash).to_contain_text("Uit het eerste venster.")
    expect(second.locator("[name=question]")).to_have_value("Uit het tweede venster.")
    clash.locator("[data-part=take]").click()
    expect(second.locator("[name=question]")).to_have_value("Uit het eerste venster.")
    expect(second.locator("[data-part=kept]")).to_contain_text("is bewaard")

    first.context.set_offline(True)
    second.fill("[name=question]", "Zonder verbinding getypt.")
    expect(second.locator("[data-part=kept]")).to_contain_text("Geen verbinding")
    first.context.set_offline(False)
    expect(second.locator("[data-part=kept]")).to_contain_text("is bewaard", timeout=20_000)
    second.reload()
    expect(second.locator("[name=question]")).to_have_value("Zonder verbinding getypt.")
