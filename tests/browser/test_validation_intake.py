"""The route with an intake, from applying to a certificate with points: refused once, then admitted; on phones."""

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.checks import AXE, accessible_on_desktop
from tests.browser.product import Product

SCRIPTS = Path(__file__).parent / "scripts"
WHO, NAME = "intaketoets", "Ilse Veldkamp"


def no_problems(page: Page) -> None:
    """On the phone, on a desk, and then on the phone again."""
    phone = page.viewport_size
    assert phone
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.evaluate(AXE)
    assert accessible_on_desktop(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.set_viewport_size(phone)


def test_from_an_intake_to_register_points(product: Product, person, visitor, tmp_path):
    product.do(SCRIPTS / "make_leader.py", WHO)
    leader, coordinator = person(WHO, size="phone"), person("coordinator", size="phone")
    assessor, fellow, coach = (person(who, size="phone") for who in ("assessor1", "assessor2", "coach"))
    case = apply(leader)
    theme = plan(coordinator, "intake")
    product.do(SCRIPTS / "let_guidance_begin.py", WHO)
    report_intake(assessor)
    read_report(leader, case)
    plan(coordinator, "voortgang")
    scan(leader, case)
    product.do(SCRIPTS / "answer_a_scan.py", WHO, str(tmp_path / "link"))
    answer(visitor(size="phone"), (tmp_path / "link").read_text())
    close_and_take(leader, case)
    product.do(SCRIPTS / "let_guidance_begin.py", WHO)
    report_progress(coach)
    product.do(SCRIPTS / "fill_the_rest.py", WHO)
    for outcome in ("insufficient", "sufficient"):
        hand_in(leader, case)
        assign(coordinator, theme)
        assess(assessor, outcome)
        admit(assessor, outcome)
        to_theme(leader, case)
        expect(leader.locator("main")).to_contain_text(f"Toelating: {outcome}")
        no_problems(leader)
        if outcome == "insufficient":
            leader.get_by_role("button", name="Verder met de feedback").click()
            leader.wait_for_load_state()
    talk = plan_interview(coordinator)
    product.do(SCRIPTS / "let_talk_begin.py", WHO)
    award(assessor, talk)
    agree(fellow, talk)
    leader.goto("/mijn/certificaten/")
    expect(leader.locator("main")).to_contain_text("VC-")
    no_problems(leader)
    leader.goto("/mijn/punten/")
    expect(leader.locator("main")).to_contain_text("30")
    no_problems(leader)


def send(page: Page) -> None:
    page.locator("main form [type=submit]").last.click()
    page.wait_for_load_state()


def apply(leader: Page) -> str:
    """Returns the address of the case."""
    leader.goto("/validering/intake/beginnen/")
    leader.locator("[name=themes]").first.check()
    no_problems(leader)
    send(leader)
    leader.wait_for_url("**/mijn/portfolio/*/")
    expect(leader.locator("main")).to_contain_text("De coördinator plant")
    no_problems(leader)
    return leader.url


def plan(coordinator: Page, kind: str) -> str:
    """From the list to the theme, and from there to a form; returns the address of the theme."""
    coordinator.goto("/mijn/coordineren/?programme=intake")
    no_problems(coordinator)
    coordinator.locator("tr", has_text=NAME).locator("a").first.click()
    coordinator.wait_for_load_state()
    theme = coordinator.url
    no_problems(coordinator)
    coordinator.locator(f"main a[href$='/begeleiding/{kind}/']").click()
    coordinator.wait_for_load_state()
    coordinator.locator("[name=day]").fill("2037-05-04" if kind == "intake" else "2037-06-08")
    coordinator.locator("[name=starts]").fill("10:00")
    coordinator.locator("[name=place][value=online]").check()
    send(coordinator)
    coordinator.locator("[aria-invalid=true]").first.wait_for()
    no_problems(coordinator)
    host = "Noor Haddad" if kind == "intake" else None
    coordinator.locator("[name=host]").select_option(**({"label": host} if host else {"index": 1}))
    coordinator.locator("[name=online_url]").fill("https://overleg.example/intake")
    send(coordinator)
    coordinator.wait_for_url("**/mijn/begeleiding/*/")
    no_problems(coordinator)
    return theme


def to_report(host: Page) -> None:
    host.goto("/mijn/begeleiding/")
    no_problems(host)
    host.locator(".card", has_text=NAME).locator("a").first.click()
    host.wait_for_load_state()
    host.locator("main a[href$='/verslag/']").click()
    host.wait_for_load_state()


def report_intake(assessor: Page) -> None:
    """Something lacks, then all is there, then it is corrected."""
    to_report(assessor)
    assessor.locator("[name=procedure]").fill("Eerst schrijven, dan inleveren.")
    send(assessor)
    assessor.locator("[aria-invalid=true]").first.wait_for()
    expect(assessor.locator("[name=procedure]")).to_have_value("Eerst schrijven, dan inleveren.")
    no_problems(assessor)
    assessor.locator("[name=composition]").fill("Vier delen, met bewijs bij elk doel.")
    assessor.locator("[name=evidence]").fill("Verslagen van uw team.")
    assessor.locator("[name^=least-]").first.fill("20")
    assessor.locator("[name^=most-]").first.fill("40")
    send(assessor)
    assessor.wait_for_url("**/mijn/begeleiding/*/")
    no_problems(assessor)
    assessor.locator("main a[href$='/verslag/']").click()
    assessor.wait_for_load_state()
    assessor.locator("[name=procedure]").fill("Eerst lezen, dan schrijven.")
    assessor.locator("[name=reason]").fill("Zo spraken wij het af.")
    send(assessor)
    assessor.wait_for_url("**/mijn/begeleiding/*/")
    expect(assessor.locator("main")).to_contain_text("Zo spraken wij het af.")


def read_report(leader: Page, case: str) -> None:
    leader.goto(case)
    leader.locator("#guidance + ul a, section:has(#guidance) .list a").first.click()
    leader.wait_for_load_state()
    expect(leader.locator("main")).to_contain_text("20–40")
    expect(leader.locator("main")).to_contain_text("Eerst lezen, dan schrijven.")
    leader.locator("main details summary").first.click()
    expect(leader.locator("details[open]")).to_contain_text("Eerst schrijven, dan inleveren.")
    no_problems(leader)


def scan(leader: Page, case: str) -> None:
    """Begun, with the own view, and with a team of three and one of the board."""
    leader.goto(f"{case}360-scan/")
    no_problems(leader)
    leader.locator("form[action$='/openen/'] [type=submit]").click()
    leader.wait_for_load_state()
    for number, group in enumerate(("board", "team", "team", "team")):
        leader.goto(f"{case}360-scan/vragen/")
        leader.locator(f"[name=group][value={group}]").check()
        leader.locator("[name=name]").fill(f"Wim Duin{number}")
        leader.locator("[name=email]").fill(f"wim{number}@scan.example")
        send(leader)
    expect(leader.locator("main")).to_contain_text("Wim Duin3")
    no_problems(leader)
    leader.goto(f"{case}360-scan/zelf/")
    send(leader)
    leader.locator("[aria-invalid=true]").first.wait_for()
    no_problems(leader)
    for radio in leader.locator("main [type=radio][value='3']").all():
        radio.check()
    send(leader)
    leader.wait_for_url("**/360-scan/")


def answer(stranger: Page, link: str) -> None:
    stranger.goto(link)
    expect(stranger.locator("h1")).to_contain_text(NAME)
    no_problems(stranger)
    for radio in stranger.locator("main [type=radio][value='5']").all():
        radio.check()
    stranger.locator("[name=strong]").fill("Luistert en vraagt door.")
    send(stranger)
    expect(stranger.locator("h1")).to_contain_text("Dank u wel")
    no_problems(stranger)


def close_and_take(leader: Page, case: str) -> None:
    """The board, of whom one answered, is nowhere; the results become evidence."""
    leader.goto(f"{case}360-scan/sluiten/")
    no_problems(leader)
    send(leader)
    leader.wait_for_url("**/mijn/360/*/")
    expect(leader.locator("svg.scan-picture")).to_be_visible()
    expect(leader.locator("thead")).not_to_contain_text("Bestuur")
    expect(leader.locator("main")).to_contain_text("Bestuur")
    no_problems(leader)
    leader.locator("form[action*='/bewijs/360/'] [type=submit]").first.click()
    leader.wait_for_url("**/wijzigen/")
    leader.locator("[name=supports]").fill("Mijn team ziet dat ik luister.")
    leader.locator("[name=part][value=quote]").check()
    leader.locator("[name=quote]").fill("Allen samen 4,3")
    no_problems(leader)
    leader.locator("main form:has([name=supports]) [type=submit]").last.click()
    leader.wait_for_url("**/bewijs/")


def report_progress(coach: Page) -> None:
    to_report(coach)
    coach.locator("[name=composition]").fill("Het vertrekpunt staat.")
    coach.locator("[name=work_on]").fill("Meer over uw eigen rol.")
    no_problems(coach)
    send(coach)
    coach.wait_for_url("**/mijn/begeleiding/*/")
    coach.locator("main a[href*='/mijn/360/']").first.click()
    coach.wait_for_load_state()
    no_problems(coach)


def to_theme(leader: Page, case: str) -> None:
    leader.goto(case)
    leader.locator("section:has(#themes) .card__title a").first.click()
    leader.wait_for_load_state()


def hand_in(leader: Page, case: str) -> None:
    to_theme(leader, case)
    leader.goto(f"{leader.url}inleveren/")
    no_problems(leader)
    leader.locator("main form [name=submit]").click()
    leader.wait_for_load_state()


def assign(coordinator: Page, theme: str) -> None:
    coordinator.goto(f"{theme}assessoren/")
    for name in ("Noor Haddad", "Wim Terpstra", "Lotte Claessen"):
        coordinator.get_by_label(name).set_checked(name == "Noor Haddad")
    coordinator.locator("[name=reason]").fill("Zij kent dit thema.")
    no_problems(coordinator)
    send(coordinator)
    expect(coordinator.locator("main")).to_contain_text("Noor Haddad")


def assess(assessor: Page, outcome: str) -> None:
    assessor.goto("/mijn/beoordelen/")
    assessor.locator("main .card", has_text=NAME).locator("a").first.click()
    assessor.wait_for_load_state()
    no_problems(assessor)
    assessor.goto(f"{assessor.url}beoordeling/")
    form = assessor.locator("#assess-form")
    for radio in form.locator(f"[name^=verdict_][value={outcome}]").all():
        radio.check()
    for reasons in form.locator("[name^=reasons_]").all():
        reasons.fill("Blijkt uit de tekst.")
    form.locator(f"[name=outcome][value={outcome}]").check()
    form.locator("[name=feedback]").fill("Duidelijk en onderbouwd.")
    form.locator("[name=tips]").fill("Werk het tweede doel uit.")
    form.locator("[value=hand_in]").click()
    assessor.wait_for_url("**/inleveren/")
    no_problems(assessor)
    send(assessor)
    assessor.wait_for_url("**/beoordeling/")


def admit(assessor: Page, outcome: str) -> None:
    """One assessor decides, with reasons."""
    assessor.goto(assessor.url.replace("/beoordeling/", "/samen/"))
    no_problems(assessor)
    expect(assessor.locator(f"[name=outcome][value={outcome}]")).to_be_checked()
    expect(assessor.locator("[name=tips]")).to_have_value("Werk het tweede doel uit.")
    assessor.locator("[name=feedback]").fill(f"Toelating: {outcome}")
    assessor.locator("main form:has([name=feedback]) [type=submit]").click()
    expect(assessor.locator("#decided")).to_be_visible()
    no_problems(assessor)


def plan_interview(coordinator: Page) -> str:
    """One more assessor, and a moment; returns the address of the talk."""
    coordinator.goto("/mijn/gesprekken/")
    coordinator.locator(".card__title a", has_text=NAME).first.click()
    coordinator.wait_for_load_state()
    talk = coordinator.url
    no_problems(coordinator)
    coordinator.locator("main a[href$='/assessor-erbij/']").click()
    coordinator.wait_for_load_state()
    coordinator.get_by_label("Wim Terpstra").check()
    coordinator.locator("[name=reason]").fill("Hij voert dit gesprek vaker.")
    no_problems(coordinator)
    send(coordinator)
    coordinator.goto(f"{talk}plannen/")
    coordinator.locator("[name=day]").fill("2037-09-01")
    coordinator.locator("[name=starts]").fill("13:00")
    coordinator.locator("[name=address]").fill("Marktplein 1")
    send(coordinator)
    expect(coordinator.locator("main")).to_contain_text("16.00")
    no_problems(coordinator)
    return talk


def award(assessor: Page, talk: str) -> None:
    """Without points it is not proposed."""
    assessor.goto(talk)
    assessor.locator("main a[href*='/mijn/360/']").first.wait_for()
    assessor.goto(f"{talk}uitkomst/")
    assessor.locator("[name=outcome][value=sufficient]").check()
    assessor.locator("[name=feedback]").fill("U vertelde concreet wat u deed.")
    assessor.locator("main form:has([name=feedback]) [type=submit]").click()
    assessor.locator("[aria-invalid=true]").first.wait_for()
    no_problems(assessor)
    assessor.locator("[name=points]").fill("30")
    assessor.locator("main form:has([name=feedback]) [type=submit]").click()
    assessor.wait_for_load_state()


def agree(fellow: Page, talk: str) -> None:
    fellow.goto(f"{talk}uitkomst/")
    no_problems(fellow)
    fellow.locator("form[action$='/akkoord/'] [type=submit]").click()
    fellow.wait_for_load_state()
