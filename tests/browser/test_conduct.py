"""Writing while a new code of conduct is asked: nothing is lost, and the page says what to do."""

from pathlib import Path

from playwright.sync_api import expect

from tests.browser.pages import NETWORK

ASK = Path(__file__).parent / "scripts" / "ask_conduct.py"


def test_what_was_written_waits_until_the_code_is_accepted(product, person):
    page = person("schoolleider3", size="phone")
    page.goto(f"{NETWORK}discussie/")
    page.locator("[data-thread] a").last.click()
    expect(page.locator("[data-connection=live]")).to_be_visible()
    product.do(ASK, "ask")
    try:
        page.locator("#reply [name=body]").focus()
        page.keyboard.type("Dit schreef ik net voordat het gevraagd werd.")
        page.get_by_role("button", name="Versturen").click()

        expect(page.get_by_text("Uw bericht is bewaard. Het wordt verstuurd zodra u akkoord bent.")).to_be_visible()
        expect(page.locator("[data-waiting]", has_text="Dit schreef ik net")).to_be_visible()
        page.get_by_role("link", name="Lezen en akkoord gaan").click()
        page.get_by_role("button", name="Ik ga akkoord en houd mij eraan").click()

        written = page.locator("[data-post]", has_text="Dit schreef ik net")
        expect(written).to_have_count(1)
        expect(page.locator("[data-waiting]")).to_have_count(0)
        page.reload()
        expect(written).to_have_count(1)
    finally:
        product.do(ASK, "accept")
