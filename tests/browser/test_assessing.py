"""A portfolio is handed in, given to two assessors, found not sufficient, revised, and found sufficient."""

import re
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.checks import AXE, accessible_on_desktop

FILL = Path(__file__).parent / "scripts" / "fill_a_portfolio.py"
WHO = "vera"


def no_problems(page: Page) -> None:
    page.evaluate(AXE)
    assert accessible_on_desktop(page) == []


def test_from_handing_in_to_a_sufficient_portfolio(product, person):
    product.do(FILL, WHO)
    leader, coordinator = person(WHO), person("coordinator")
    first, second = person("assessor1"), person("assessor2", size="phone")
    leader.goto("/mijn/portfolio/")
    leader.locator("main .card__title a").first.click()
    leader.locator("main .card__title a").first.click()
    leader.wait_for_url(re.compile(r"/mijn/portfolio/\d+/\d+/$"))
    theme = leader.url

    for outcome in ("insufficient", "sufficient"):
        hand_in(leader, theme)
        assign(coordinator)
        for assessor in (first, second):
            assess(assessor, outcome)
        decide_together(first, second, outcome)
        leader.goto(theme)
        expect(leader.locator("main")).to_contain_text(f"Samen: {outcome}")
        no_problems(leader)
        if outcome == "insufficient":
            leader.get_by_role("button", name="Verder met de feedback").click()
            leader.goto(f"{theme}onderdeel/reflectie/")
            text = leader.locator("[name=text]")
            text.fill(f"{text.input_value()} Ik werkte het tweede doel uit.")
            leader.locator("[name=action][value=save]").click()
            leader.wait_for_load_state()
    expect(leader.locator(".page-header .badge").first).to_contain_text("Voldoende")


def hand_in(leader: Page, theme: str) -> None:
    leader.goto(f"{theme}inleveren/")
    leader.locator("main form [name=submit]").click()
    leader.wait_for_url(theme)


def assign(coordinator: Page) -> None:
    """From the own page by the list to the theme, and to those who are proposed."""
    coordinator.goto("/mijn/")
    coordinator.locator(".task__do[href*='/mijn/coordineren/']").first.click()
    no_problems(coordinator)
    coordinator.locator("tr", has_text="Vera Zomer").locator("a").first.click()
    no_problems(coordinator)
    coordinator.locator("a[href$='/assessoren/']").click()
    no_problems(coordinator)
    for name in ("Noor Haddad", "Wim Terpstra", "Lotte Claessen"):
        coordinator.get_by_label(name).set_checked(name != "Lotte Claessen")
    coordinator.locator("[name=reason]").fill("Zij kennen dit thema.")
    coordinator.locator("main form [type=submit]").click()
    expect(coordinator.locator("main")).to_contain_text("Noor Haddad")


def assess(assessor: Page, outcome: str) -> None:
    """Read, be told what lacks, go on after a new start of the page, and hand in."""
    assessor.goto("/mijn/beoordelen/")
    no_problems(assessor)
    assessor.locator("main .card", has_text="Vera Zomer").locator("a").first.click()
    expect(assessor.locator("main")).to_contain_text("vooral een cijfer gaf")
    no_problems(assessor)
    assessor.goto(f"{assessor.url}beoordeling/")
    form = assessor.locator("#assess-form")
    for radio in form.locator(f"[name^=verdict_][value={outcome}]").all():
        radio.check()
    for reasons in form.locator("[name^=reasons_]").all():
        reasons.fill("Blijkt uit de tekst.")
    expect(assessor.locator("[data-part=kept]")).to_contain_text("bewaard")
    assessor.reload()
    expect(form.locator("[name^=reasons_]").first).to_have_value("Blijkt uit de tekst.")
    form.locator("[value=hand_in]").click()
    expect(assessor.locator(".error-summary")).to_be_visible()
    no_problems(assessor)
    form.locator(f"[name=outcome][value={outcome}]").check()
    form.locator("[name=feedback]").fill("Duidelijk en onderbouwd.")
    form.locator("[name=tips]").fill("Werk het tweede doel uit.")
    form.locator("[value=hand_in]").click()
    assessor.wait_for_url("**/inleveren/")
    no_problems(assessor)
    assessor.locator("main form [type=submit]").click()
    assessor.wait_for_url("**/beoordeling/")


def decide_together(first: Page, second: Page, outcome: str) -> None:
    """One proposes, the other agrees with just that text."""
    first.goto(first.url.replace("/beoordeling/", "/samen/"))
    no_problems(first)
    first.locator(f"[name=outcome][value={outcome}]").check()
    first.locator("[name=feedback]").fill(f"Samen: {outcome}")
    first.locator("[name=tips]").fill("Werk het tweede doel uit.")
    first.locator("main form:has([name=feedback]) [type=submit]").click()
    expect(first.locator("#proposed")).to_be_visible()
    second.goto(second.url.replace("/beoordeling/", "/samen/"))
    assert second.evaluate("document.documentElement.scrollWidth <= innerWidth")
    second.locator("form[action$='/eens/'] [type=submit]").click()
    expect(second.locator("#decided")).to_be_visible()
