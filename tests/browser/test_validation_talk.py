"""From a sufficient portfolio to a certificate: a talk that fails, a new one, and a visitor who checks."""

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.checks import AXE, accessible_on_desktop
from tests.browser.product import Product

SCRIPTS = Path(__file__).parent / "scripts"
WHO = "gesprek-toets"


def no_problems(page: Page) -> None:
    page.evaluate(AXE)
    assert accessible_on_desktop(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_talk_that_failed_is_held_again_and_gives_a_certificate(product: Product, person, visitor):
    product.do(SCRIPTS / "make_sufficient.py", WHO)
    leader, assessor, fellow = person(WHO, size="phone"), person("assessor1"), person("assessor2", size="phone")
    offer(assessor)
    choose(leader)
    product.do(SCRIPTS / "let_talk_begin.py", WHO)
    note(assessor)
    propose(assessor, "insufficient", "Vertel meer over uw eigen aandeel.")
    agree(fellow)
    leader.reload()
    expect(leader.locator("main")).to_contain_text("Vertel meer over uw eigen aandeel.")
    no_problems(leader)
    plan(person("coordinator"))
    product.do(SCRIPTS / "let_talk_begin.py", WHO)
    propose(assessor, "sufficient", "U vertelde concreet wat u deed.")
    agree(fellow)
    number = show(leader)
    check(visitor(size="phone"), number)


def to_talk(page: Page) -> None:
    """From the list to the talk of this person."""
    page.goto("/mijn/gesprekken/")
    page.locator(".card__title a", has_text="Tess Toets").first.click()
    page.wait_for_load_state()
    no_problems(page)


def offer(page: Page) -> None:
    to_talk(page)
    page.locator("main a[href$='/momenten/']").click()
    page.locator("[name=day]").fill("2037-05-04")
    page.locator("[name=starts]").fill("09:30")
    no_problems(page)
    page.locator("main form [type=submit]").last.click()
    page.wait_for_load_state()
    expect(page.locator("main")).to_contain_text("10.15")


def choose(page: Page) -> None:
    page.goto("/mijn/portfolio/")
    page.locator("main .list a").first.click()
    page.wait_for_load_state()
    page.locator("a[href$='/gesprek/']").first.click()
    page.wait_for_load_state()
    no_problems(page)
    page.locator("[name=slot]").first.check()
    page.locator("main form:has([name=slot]) [type=submit]").dblclick()
    page.wait_for_load_state()
    expect(page.locator("main")).to_contain_text("10.15")
    no_problems(page)


def note(page: Page) -> None:
    to_talk(page)
    page.locator("main a[href$='/leidraad/']").click()
    page.wait_for_load_state()
    page.locator("main textarea").first.fill("Nieuw rooster, team was verdeeld.")
    expect(page.get_by_text("Wat u typt is bewaard. Niemand anders leest het.")).to_be_visible()
    expect(page.locator("[data-part=panel] [aria-label=Genoteerd]")).to_have_count(1)
    no_problems(page)
    page.reload()
    expect(page.locator("main textarea").first).to_have_value("Nieuw rooster, team was verdeeld.")
    page.locator("main form:has(textarea) [type=submit]").click()
    page.wait_for_load_state()
    expect(page.locator("main textarea").first).to_have_value("Nieuw rooster, team was verdeeld.")


def propose(page: Page, outcome: str, feedback: str) -> None:
    to_talk(page)
    page.locator("main a[href$='/uitkomst/']").click()
    page.wait_for_load_state()
    page.locator(f"[name=outcome][value={outcome}]").check()
    page.locator("[name=feedback]").fill(feedback)
    no_problems(page)
    page.locator("main form:has([name=feedback]) [type=submit]").click()
    page.wait_for_load_state()
    expect(page.locator("main")).to_contain_text(feedback)


def agree(page: Page) -> None:
    to_talk(page)
    page.locator("main a[href$='/uitkomst/']").click()
    page.wait_for_load_state()
    no_problems(page)
    page.locator("form[action$='/akkoord/'] [type=submit]").click()
    page.wait_for_load_state()


def plan(page: Page) -> None:
    to_talk(page)
    page.locator("main a[href$='/plannen/']").click()
    page.locator("[name=day]").fill("2037-06-01")
    page.locator("[name=starts]").fill("13:00")
    page.locator("[name=place][value=online]").check()
    page.locator("main form [type=submit]").last.click()
    page.locator("[aria-invalid=true]").first.wait_for()
    no_problems(page)
    page.locator("[name=online_url]").fill("https://overleg.example/toets")
    page.locator("main form [type=submit]").last.click()
    page.wait_for_load_state()
    expect(page.locator("main")).to_contain_text("https://overleg.example/toets")


def show(page: Page) -> str:
    """Let others see the name; answers the number."""
    page.goto("/mijn/certificaten/")
    no_problems(page)
    number = page.locator("dd a").first.inner_text()
    page.locator("a[href$='/tonen/']").first.click()
    page.wait_for_load_state()
    page.locator("[name=shown][value=name]").check()
    no_problems(page)
    page.locator("main form:has([name=shown]) [type=submit]").click()
    page.wait_for_load_state()
    with page.expect_download() as download:
        page.locator("a[href$='.pdf']").first.click()
    assert download.value.suggested_filename == f"{number}.pdf"
    return number


def check(page: Page, number: str) -> None:
    page.goto(f"/certificaten/{number}/")
    expect(page.locator("h1")).to_contain_text("geldig")
    expect(page.locator("main")).to_contain_text("Tess Toets")
    no_problems(page)
