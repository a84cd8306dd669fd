"""A portfolio from the programme to handing in: in two windows, without a connection, with the help of colleagues."""

import re
import uuid

from playwright.sync_api import Page, expect

from tests.browser.checks import AXE, accessible_on_desktop

TEXT = "Ik zag dat toetsen vooral een cijfer gaven. Ik wilde weten wat leerlingen ervan leerden."
SECTIONS = ("vertrekpunt", "leerdoelen", "bestemming", "reflectie")
WHO = "schoolleider2"


def no_problems(page: Page) -> None:
    page.evaluate(AXE)
    assert accessible_on_desktop(page) == []


def test_a_portfolio_is_begun_written_and_handed_in(person, visitor, mail_to):
    leader = person(WHO)
    theme = begin(leader)
    write_in_two_windows(leader, theme)
    write_without_a_connection(leader, theme)
    for key in SECTIONS[1:]:
        leader.goto(f"{theme}onderdeel/{key}/")
        leader.locator("[name=text]").fill(f"{TEXT} {key}")
        leader.locator("[name=action][value=save]").click()
        leader.wait_for_load_state()
    link_passages(leader, theme)
    note_sources(leader, theme)
    add_evidence(leader, theme)
    for name in ("Rik Verhoef", "Joke Blom"):
        ask_and_answer(leader, visitor, theme, name, mail_to)
    hand_in(leader, theme)
    phone = person(WHO, size="phone")
    phone.goto(f"{theme}ingeleverd/1/")
    assert fits(phone)
    expect(phone.locator("main")).to_contain_text(TEXT)


def fits(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


def begin(page: Page) -> str:
    """From the public page to the first theme; answers its address."""
    page.goto("/validering/portfolio/")
    no_problems(page)
    page.locator("main .button").first.click()
    page.wait_for_url("**/beginnen/")
    no_problems(page)
    page.locator("[name=themes]").first.check()
    page.locator("main form [type=submit]").click()
    page.wait_for_url(re.compile(r"/mijn/portfolio/\d+/$"))
    page.locator("main .card__title a").first.click()
    page.wait_for_url(re.compile(r"/mijn/portfolio/\d+/\d+/$"))
    no_problems(page)
    return page.url


def write_in_two_windows(page: Page, theme: str) -> None:
    """What one window kept is not covered by the other; the writer chooses."""
    address = f"{theme}onderdeel/vertrekpunt/"
    page.goto(address)
    other = page.context.new_page()
    other.goto(address)
    page.locator("[name=text]").fill(TEXT)
    expect(page.locator("[data-part=kept]")).to_contain_text("bewaard")
    expect(page.locator("[data-part=panel]")).to_contain_text("15 woorden in dit onderdeel")
    no_problems(page)
    other.locator("[name=text]").fill("Iets heel anders.")
    clashes = other.locator("[data-part=clashes]")
    expect(clashes).to_contain_text(TEXT)
    no_problems(other)
    clashes.locator("[data-part=take]").click()
    expect(other.locator("[name=text]")).to_have_value(TEXT)
    other.close()


def write_without_a_connection(page: Page, theme: str) -> None:
    """What is typed meanwhile stays on the device, also when the window is closed, and is kept later."""
    address, text = f"{theme}onderdeel/vertrekpunt/", f"{TEXT} Dit schreef ik in de trein."
    page.goto(theme)
    window = page.context.new_page()
    window.goto(address)
    page.context.set_offline(True)
    window.locator("[name=text]").fill(text)
    expect(window.locator("[data-part=kept]")).to_contain_text("Geen verbinding")
    window.close()
    page.context.set_offline(False)
    page.goto(address)
    expect(page.locator("[name=text]")).to_have_value(text)
    expect(page.locator("[data-part=kept]")).to_contain_text("Niemand anders leest het")
    page.reload()
    expect(page.locator("[name=text]")).to_have_value(text)


def link_passages(page: Page, theme: str) -> None:
    """The first from its section, where the selected words come along; the others from the list."""
    page.goto(f"{theme}onderdeel/vertrekpunt/")
    page.locator("#passages summary").click()
    page.locator("[name=text]").evaluate("box => { box.focus(); box.setSelectionRange(0, 43); }")
    expect(page.locator("[name=passage]")).to_have_value("Ik zag dat toetsen vooral een cijfer gaven.")
    page.locator("[name=competency]").select_option(index=1)
    no_problems(page)
    page.locator("[data-passage] [type=submit]").click()
    expect(page.locator("#passages")).to_contain_text("Ik zag dat toetsen vooral een cijfer gaven.")
    for index in (2, 3):
        page.goto(f"{theme}competenties/")
        page.locator("[name=competency]").select_option(index=index)
        page.locator("[name=section]").select_option(index=4)
        page.locator("[name=passage]").fill("wat leerlingen ervan leerden")
        page.locator("main form:has([name=passage]) [type=submit]").click()
        page.wait_for_load_state()
    no_problems(page)


def note_sources(page: Page, theme: str) -> None:
    for number in range(4):
        page.goto(f"{theme}bronnen/toevoegen/")
        page.locator("[name=kind]").select_option("book")
        if number < 2:
            page.locator("[name=is_literature]").check()
        page.locator("[name=title]").fill(f"Leren zichtbaar maken {number}")
        page.locator("main form:has([name=doi]) [type=submit]").click()
        page.wait_for_url("**/bronnen/")
    no_problems(page)


def add_evidence(page: Page, theme: str) -> None:
    """Of the kinds of parts only the chosen one asks further."""
    for perspective in ("own", "colleague", "pupil", "data", "board"):
        page.goto(f"{theme}bewijs/toevoegen/")
        expect(page.locator("[name=page_from]")).to_be_hidden()
        page.locator("[name=link]").fill(f"https://school.example/{perspective}")
        page.locator("[name=supports]").fill("Er zijn minder toetsen.")
        page.locator("[name=perspective]").select_option(perspective)
        page.locator("[name=part][value=pages]").check()
        page.locator("[name=page_from]").fill("3")
        page.locator("main form:has([name=supports]) [type=submit]").click()
        page.wait_for_url("**/bewijs/")
    no_problems(page)


def ask_and_answer(page: Page, visitor, theme: str, name: str, mail_to) -> None:
    address = f"{name.split()[0].lower()}-{uuid.uuid4().hex[:8]}@kweek.example"
    page.goto(f"{theme}feedback/vragen/")
    page.locator("[name=name]").fill(name)
    page.locator("[name=email]").fill(address)
    page.locator("main form:has([name=relation]) [type=submit]").click()
    page.wait_for_url("**/feedback/")
    colleague = visitor(size="phone")
    colleague.goto(link_in_mail(page, address, mail_to))
    no_problems(colleague)
    assert fits(colleague)
    colleague.locator("main textarea").first.fill("Zij vroeg eerst wat wij zelf zagen.")
    colleague.locator("main form [type=submit]").click()
    expect(colleague.locator("h1")).to_contain_text("Dank u")
    page.reload()
    answered = page.locator("main li", has_text=name)
    answered.locator("[name=reply]").fill("Ik vraag dat nu altijd eerst.")
    answered.locator("form:has([name=reply]) [type=submit]").click()
    page.wait_for_load_state()
    no_problems(page)


def link_in_mail(page: Page, address: str, mail_to) -> str:
    """Mail goes out a moment after it was asked for."""
    for _moment in range(60):
        if found := re.search(r"/feedback-geven/[\w-]+/", mail_to(address)):
            return found[0]
        page.wait_for_timeout(500)
    raise AssertionError(f"no mail to {address}")


def hand_in(page: Page, theme: str) -> None:
    page.goto(theme)
    expect(page.locator("[data-part=panel]")).to_contain_text("Alles wat nodig is, is er")
    page.goto(f"{theme}inleveren/")
    no_problems(page)
    page.locator("main form [name=submit]").click()
    page.wait_for_url(theme)
    expect(page.locator("main")).to_contain_text("Het is ingeleverd.")
    page.goto(f"{theme}onderdeel/reflectie/")
    expect(page.locator("[name=text]")).to_have_count(0)
