"""Every journey by keyboard alone: all that is needed is reached in a sensible order, and where one is can be seen."""

import uuid
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.keyboard import Keyboard
from tests.browser.pages import NETWORK

SCRIPTS = Path(__file__).with_name("scripts")
SEND = "main form[method=post] button:not([type=button])"


def test_the_first_stop_leads_past_the_header(visitor):
    page = visitor()
    page.goto("/praktijkvoorbeelden/")
    keys = Keyboard(page).tab_to(".skip-link", most=1).press("Enter")

    keys.step()

    assert keys.is_on("main *")


@pytest.mark.parametrize("address", ["/", "/praktijkvoorbeelden/", NETWORK])
def test_the_focus_goes_through_a_page_in_reading_order_and_leaves_it(visitor, address):
    page = visitor()
    page.goto(address)
    keys = Keyboard(page)

    stops = list(iter(keys.step, None))

    assert stops == sorted(set(stops))


def test_the_menu_on_a_phone_opens_closes_and_gives_the_focus_back(visitor):
    page = visitor(size="phone")
    page.goto("/")
    keys = Keyboard(page).tab_to(".menu-button", most=3).press("Enter")
    expect(page.locator("#site-menu")).to_be_visible()

    keys.tab_to("#site-menu a", most=1).press("Escape")

    expect(page.locator("#site-menu")).to_be_hidden()
    keys.wait_until_on(".menu-button")


def test_find_a_practice_by_what_is_suggested_and_by_what_is_found(visitor):
    page = visitor()
    page.goto("/")
    keys = Keyboard(page).tab_to("#site-search", most=12)
    page.keyboard.type("toetsb", delay=20)
    expect(page.get_by_role("option").first).to_be_visible()
    keys.press("ArrowDown", "Enter")
    page.wait_for_url("**/praktijkvoorbeelden/?theme=*")

    keys.tab_to("#site-search", most=12).write("toetsbeleid").enter()
    keys.tab_to('main a[href*="/praktijkvoorbeelden/"]').enter()

    expect(page.locator("main h1")).to_be_visible()
    assert "/praktijkvoorbeelden/" in page.url


@pytest.mark.parametrize("size", ["desktop", "phone"])
def test_narrow_the_library_by_a_facet(visitor, size):
    page = visitor(size=size)
    page.goto("/praktijkvoorbeelden/")
    keys = Keyboard(page)
    if size == "phone":
        keys.tab_to("main summary", most=12).press("Enter")

    keys.tab_to("[name=sector][value=VO]").press("Space")

    page.wait_for_url("**sector=VO**")
    keys.wait_until_on("[name=sector][value=VO]")


def test_sign_in_and_sign_up_for_a_network_after_an_error(visitor):
    page = visitor()
    page.goto(NETWORK)
    keys = Keyboard(page).tab_to('a[href*="/account/login/"]', most=12).enter()
    keys.tab_to("[name=login]").write("assessor3@leernetwerk.example")
    keys.tab_to("[name=password]", most=2).write("leernetwerk-demo").enter()
    page.goto(NETWORK)
    keys.tab_to('main a[href$="/aanmelden/"]').enter()
    keys.tab_to(SEND).enter()

    keys.wait_until_on(".error-summary").tab_to(".error-summary a", most=1).press("Enter")
    keys.wait_until_on("[name=learning_question]").write("Hoe toetsen wij minder en beter?")
    for agreement in ("attendance", "embedding", "time", "sharing"):
        keys.tab_to(f"[name={agreement}]", most=3).press("Space")
    keys.tab_to(SEND, most=3).enter()

    expect(page.locator("main")).to_contain_text("Hoe toetsen wij minder en beter?")


def test_write_in_the_discussion_and_take_it_back(person):
    page, word = person("schoolleider2"), f"toetsenbord{uuid.uuid4().hex[:6]}"
    page.goto(f"{NETWORK}discussie/")
    keys = Keyboard(page).tab_to('main a[href*="/discussie/1/"]').enter()
    keys.tab_to("[data-part=reply] :is(textarea, [contenteditable])")
    keys.wait_until_on("[data-part=reply] [contenteditable]").write(f"Met het {word}.")
    keys.tab_to("[data-part=reply] [type=submit]", most=4).press("Enter")
    expect(page.locator(".posts")).to_contain_text(word)
    assert keys.is_on("[data-part=reply] *")

    page.reload()
    mine = f".post:has-text('{word}') [data-part=delete]"
    page.locator(mine).focus()
    keys.press("Enter").wait_until_on("dialog[open], dialog[open] *").press("Escape").wait_until_on(
        "[data-part=delete]"
    )
    keys.press("Enter").wait_until_on("dialog[open], dialog[open] *").tab_to("dialog [type=submit]", most=4).enter()

    expect(page.locator(".posts")).not_to_contain_text(word)


def test_answer_a_poll(person):
    page = person("schoolleider")
    page.goto(f"{NETWORK}peilingen/1/")
    keys, questions = Keyboard(page), page.locator(".ballot__question")
    for name in [it.locator("[type=radio]").first.get_attribute("name") for it in questions.all()]:
        keys.tab_to(f"[name={name}]").press("Space")
    keys.tab_to("#store-answers", most=4).press("Enter")
    expect(page.locator("#toasts")).to_contain_text("Dank u")
    assert keys.is_on("#store-answers"), "where one was, also after the part is new"

    page.reload()
    expect(questions.locator(":checked")).to_have_count(questions.count())


def test_hand_in_an_assignment_as_a_draft(person):
    page = person("schoolleider3")
    page.goto(f"{NETWORK}opdrachten/1/")
    keys = Keyboard(page).tab_to('main a[href$="/inleveren/"]').enter()
    keys.tab_to("main [name=text]").write("Wij tellen 43 toetsen in leerjaar 2.")
    keys.tab_to("[name=action][value=save]").enter()

    page.goto(f"{NETWORK}opdrachten/1/inleveren/")
    expect(page.locator("main [name=text]")).to_have_value("Wij tellen 43 toetsen in leerjaar 2.")


def test_hand_in_comment_and_take_back(person):
    page = person("schoolleider")
    page.goto(f"{NETWORK}opdrachten/2/")
    keys = Keyboard(page).tab_to('main a[href$="/inleveren/"]').enter()
    keys.tab_to("main [name=text]").write("Wij lazen het PTA van een buurschool.")
    keys.tab_to("[name=action][value=hand_in]").enter()
    expect(page.locator("#own")).to_be_visible()

    keys.tab_to('main a[href*="/ingeleverd/"]').enter()
    keys.tab_to("main [name=text]").write("Wat valt u op?").tab_to(SEND, most=3).enter()
    expect(page.locator("main")).to_contain_text("Wat valt u op?")

    page.goto(f"{NETWORK}opdrachten/2/")
    keys.tab_to('form[action$="/terugnemen/"] button').enter()
    expect(page.locator("main [name=text]")).to_have_value("Wij lazen het PTA van een buurschool.")


def test_note_a_source_and_remove_it(person):
    page, title = person("schoolleider3"), f"Bron {uuid.uuid4().hex[:6]}"
    page.goto(f"{NETWORK}ruimte/leervraag/")
    keys = Keyboard(page).tab_to('main a[href$="/bronnen/nieuw/"]').enter()
    keys.tab_to("[name=title]").write(title)
    keys.tab_to("[name=gave]").write("Dat het kan.").tab_to(SEND, most=3).enter()
    expect(page.locator("main")).to_contain_text(title)

    keys.tab_to('main a[href$="/verwijderen/"]').press("Enter").wait_until_on("dialog[open], dialog[open] *")
    keys.press("Escape").wait_until_on('main a[href$="/verwijderen/"]')
    keys.press("Enter").wait_until_on("dialog[open], dialog[open] *").tab_to("dialog [type=submit]", most=4).enter()
    expect(page.locator("main")).not_to_contain_text(title)


def test_contribute_a_practice(person):
    page, title = person("schoolleider3"), f"Zonder muis {uuid.uuid4().hex[:6]}"
    page.goto("/praktijkvoorbeelden/bijdragen/")
    keys = Keyboard(page).tab_to("[name=title]").write(title)
    keys.tab_to(".practice-form button").enter()
    keys.tab_to("[name=question]").write("Kan het zonder muis?")
    keys.tab_to("[name=action]:not([value=submit])").enter()

    page.goto("/praktijkvoorbeelden/mijn/")
    expect(page.locator("main")).to_contain_text(title)


def test_change_the_profile(person):
    page = person("coach")
    page.goto("/mijn/instellingen/")
    keys = Keyboard(page).tab_to("main [name=last_name]").press("Control+A").write("Smeets-Bakker")
    keys.tab_to(SEND).enter()

    page.goto("/mijn/instellingen/")
    expect(page.locator("[name=last_name]")).to_have_value("Smeets-Bakker")


def test_facilitate_from_the_series_to_the_end(product, person):
    """Make a series, decide a poll, note who was there, and close the network."""
    product.do(SCRIPTS / "own_network.py", "zonder-muis", "toets")
    network, year = "/netwerken/zonder-muis/", date.today().year + 1
    leader, page = person("toets1"), person("toets-begeleider")
    leader.goto(f"{network}aanmelden/")
    leader.fill("[name=learning_question]", "Hoe plannen leerlingen zelf?")
    for box in leader.locator("main form input[type=checkbox]").all():
        box.check()
    leader.locator(SEND).first.click()
    leader.wait_for_load_state()

    page.goto(f"{network}begeleiding/")
    keys = Keyboard(page).tab_to("main form[action$='/accepteren/'] button").enter()
    keys.tab_to("main a[href$='/begeleiding/bijeenkomsten/reeks/']").enter()
    keys.tab_to("[name=title]").write("Reeks").tab_to("[name=first]", most=2).type_day(f"1111{year}")
    keys.tab_to("[name=number]", most=5).press("Control+A").write("2")
    keys.tab_to(SEND).enter().tab_to("[name=make]").enter()
    expect(page.get_by_role("heading", name="Bijeenkomst 2")).to_be_visible()

    page.goto(f"{network}peilingen/")
    keys.tab_to("main a[href$='/begeleiding/peilingen/nieuw/']").enter()
    keys.tab_to("[name=title]").write("Een derde keer?")
    keys.tab_to("[name=deadline]", most=10).type_day(f"1010{year}")
    keys.tab_to("[name=dates-0-day]").type_day(f"1212{year}")
    keys.tab_to("[name=places-0-name]").write("Stadhuis Rietveen").tab_to(SEND).enter()
    keys.tab_to("main form[action$='/openen/'] button").enter()
    keys.tab_to("[name^=answer_]").press("Space").tab_to("#store-answers", most=4).press("Enter")
    expect(page.locator("#toasts")).to_contain_text("Dank u")
    keys.tab_to("main a[href*='/kiezen/']").enter().tab_to(SEND).enter()
    expect(page.get_by_role("heading", name="Bijeenkomst 3")).to_be_visible()

    product.do(SCRIPTS / "let_time_pass.py", "zonder-muis", "meeting")
    page.goto(f"{network}bijeenkomsten/")
    keys.tab_to("main .timeline a").enter()
    number = page.url.rstrip("/").rpartition("/")[2]
    keys.tab_to(f"main a[href='{network}begeleiding/bijeenkomsten/{number}/']").enter()
    keys.tab_to("[name^=enrolment-]").press("Space").tab_to("#store-attendance", most=4).press("Enter")
    expect(page.locator("#toasts")).to_contain_text("opgeslagen")
    assert keys.is_on("#store-attendance")

    page.goto(f"{network}begeleiding/")
    keys.tab_to("main a[href$='/begeleiding/afsluiten/']").enter()
    keys.tab_to("main a[href$='/afsluiten/sluiten/']").enter().tab_to(SEND).enter()
    expect(page.locator("main")).to_contain_text("Dit netwerk is gesloten.")
