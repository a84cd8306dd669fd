"""A dialogue of three, from bringing people together to a certificate and to feedback, on phones and a desk."""

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.checks import AXE, accessible_on_desktop
from tests.browser.product import Product

SCRIPTS = Path(__file__).parent / "scripts"
WHO = "dialoogtoets"
NAMES = ("Daan Beemd", "Elin Kolk", "Fien Duin")


def no_problems(page: Page) -> None:
    page.evaluate(AXE)
    assert accessible_on_desktop(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_three_are_brought_together_talk_reflect_and_are_closed(product: Product, person):
    product.do(SCRIPTS / "make_prepared.py", WHO)
    dialogue = bring_together(person("coordinator"))
    three = [person(f"{WHO}{number}", size="phone") for number in range(3)]
    for leader in three:
        read_preparations(leader)
    product.do(SCRIPTS / "let_dialogue_begin.py", f"{WHO}0")
    guide = person("begeleider")
    hold(guide, three[0])
    write_in_two_windows(three[0])
    hand_in(three[0])
    guide.reload()
    expect(guide.locator("main")).not_to_contain_text("Jij luisterde")
    for leader in three[1:]:
        write(leader)
        hand_in(leader)
    close(guide, dialogue, NAMES[0], "sufficient", "Je liet zien hoe je koos.")
    close(guide, dialogue, NAMES[1], "insufficient", "Vertel meer over jouw eigen aandeel.")
    to_dialogue(three[0])
    expect(three[0].locator("main")).to_contain_text("Je liet zien hoe je koos.")
    no_problems(three[0])
    three[0].goto("/mijn/certificaten/")
    expect(three[0].locator("main")).to_contain_text("VC-")
    to_dialogue(three[1])
    expect(three[1].locator("main")).to_contain_text("Vertel meer over jouw eigen aandeel.")
    no_problems(three[1])


def bring_together(page: Page) -> str:
    """Returns the address of the dialogue."""
    page.goto("/mijn/coordineren/dialogen/")
    no_problems(page)
    card = page.locator(".card", has_text=NAMES[0]).filter(has_text=NAMES[1]).filter(has_text=NAMES[2])
    card.locator("a.button").first.click()
    page.wait_for_load_state()
    expect(page.locator("[name=starts]")).to_have_value("11:00")
    page.locator("[name=facilitator]").select_option(index=1)
    page.locator("[name=day]").fill("2037-05-04")
    page.locator("[name=place][value=online]").check()
    page.locator("main form.form [type=submit]").click()
    page.locator("[aria-invalid=true]").first.wait_for()
    no_problems(page)
    page.locator("[name=online_url]").fill("https://overleg.example/drie")
    reason = page.locator("[name=reason]")
    reason.fill("Zij wilden dit graag samen.")
    page.locator("main form.form [type=submit]").dblclick()
    page.wait_for_url("**/mijn/dialogen/*/")
    expect(page.locator("main")).to_contain_text("17.00")
    no_problems(page)
    return page.url


def to_dialogue(page: Page) -> None:
    page.goto("/mijn/dialogen/")
    page.locator(".card__title a").first.click()
    page.wait_for_load_state()


def read_preparations(page: Page) -> None:
    to_dialogue(page)
    page.locator("details", has_text=NAMES[2]).locator("summary").click()
    expect(page.locator("details[open]")).to_contain_text("Ik bracht het team bij elkaar")
    no_problems(page)


def hold(guide: Page, leader: Page) -> None:
    guide.goto("/mijn/dialogen/")
    guide.locator(".card", has_text=NAMES[0]).filter(has_text="Gepland").locator(".card__title a").first.click()
    guide.locator("main a[href$='/ruimte/']").click()
    guide.wait_for_load_state()
    no_problems(guide)
    leader.goto(guide.url)
    guide.locator("form[action$='/beurt/'] [type=submit]").first.click()
    expect(leader.locator("#turn")).to_contain_text("aan de beurt", timeout=20_000)
    no_problems(leader)
    no_problems(guide)
    guide.locator("form[action$='/beurt/'] [type=submit]").first.click()
    guide.wait_for_load_state()
    guide.locator("a[href$='/beeindigen/']").click()
    guide.get_by_role("button", name="Ja, beëindigen").click()
    guide.wait_for_url("**/mijn/dialogen/*/")
    expect(leader.locator("#turn")).to_contain_text("afgelopen", timeout=20_000)


def write(page: Page) -> None:
    page.goto("/mijn/")
    page.locator("main a[href$='/reflectie/']").first.click()
    page.wait_for_load_state()
    for box in page.locator("main textarea").all():
        box.fill("Jij luisterde en vroeg door.")
    expect(page.locator("[data-part=kept]")).to_contain_text("bewaard", timeout=20_000)
    no_problems(page)


def write_in_two_windows(page: Page) -> None:
    """What is typed is kept; a second window does not cover it unseen."""
    write(page)
    other = page.context.new_page()
    other.goto(page.url)
    expect(other.locator("main textarea").first).to_have_value("Jij luisterde en vroeg door.")
    other.locator("main textarea").first.fill("Iets anders.")
    expect(other.locator("[data-part=kept]")).to_contain_text("bewaard", timeout=20_000)
    page.locator("main textarea").first.fill("Jij luisterde goed.")
    page.locator("[data-clash]").first.wait_for()
    no_problems(page)
    page.locator("[data-part=clashes] [data-part=mine]").click()
    expect(page.locator("[data-part=kept]")).to_contain_text("bewaard", timeout=20_000)
    other.close()


def hand_in(page: Page) -> None:
    page.locator("[name=action][value=hand_in]").click()
    page.wait_for_url("**/inleveren/")
    no_problems(page)
    page.locator("main form [type=submit]").last.click()
    page.wait_for_url("**/mijn/dialogen/*/")
    no_problems(page)


def close(guide: Page, dialogue: str, name: str, outcome: str, feedback: str) -> None:
    guide.goto(dialogue)
    guide.locator("main a[href$='/reflecties/']").first.click()
    guide.wait_for_load_state()
    no_problems(guide)
    guide.get_by_role("link", name=f"Afsluiten met {name}").click()
    guide.wait_for_load_state()
    guide.locator(f"[name=outcome][value={outcome}]").check()
    guide.locator("[name=feedback]").fill(feedback)
    no_problems(guide)
    guide.locator("main form [type=submit]").last.click()
    guide.wait_for_url("**/reflecties/")
