"""Passkeys with a device that Chromium plays: made, named, used in both ways, and removed."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.checks import listen_for_trouble, problems_of
from tests.browser.conftest import SIZES
from tests.browser.product import PASSWORD, Product, sign_in

DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}
PASSKEYS = "/account/2fa/webauthn/"


@pytest.fixture
def page(product: Product, browser) -> Iterator[Page]:
    """A window with a device that keeps passkeys. A passkey belongs to a name, and 127.0.0.1 is none."""
    address = product.address.replace("127.0.0.1", "localhost")
    context = browser.new_context(base_url=address, viewport=SIZES["desktop"], locale="nl-NL")
    context.set_default_timeout(10_000)
    page = context.new_page()
    troubles = listen_for_trouble(page)
    page.device = context.new_cdp_session(page)
    page.device.send("WebAuthn.enable")
    page.key = page.device.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})["authenticatorId"]
    yield page
    context.close()
    assert troubles == []


def prove_with_password(page: Page) -> None:
    """Something important asks for the password, unless that was given just before."""
    if "reauthenticate" in page.url:
        page.fill("[name=password]", PASSWORD)
        page.locator("main form [type=submit]").click()


def add_passkey(page: Page, name: str) -> None:
    page.goto(PASSKEYS)
    page.get_by_role("link", name="Passkey toevoegen").click()
    prove_with_password(page)
    page.fill("[name=name]", name)
    page.get_by_role("button", name="Passkey maken").click()
    page.wait_for_url(lambda url: "/add/" not in url)


def sign_out(page: Page) -> None:
    page.goto("/account/logout/")
    page.locator("main form button").click()
    page.wait_for_url(lambda url: "/logout/" not in url)


def test_a_passkey_is_made_named_used_and_removed(page, product):
    sign_in(page, "coach")
    add_passkey(page, "Laptop van school")
    expect(page.locator("main")).to_contain_text("herstelcodes")  # they come with the first
    page.goto(PASSKEYS)
    expect(page.locator("main")).to_contain_text("Laptop van school")
    assert problems_of(page, "nl") == []
    assert "nieuwe passkey" in product.mail_to("coach@leernetwerk.example")

    page.get_by_role("link", name="Hernoemen: Laptop van school").click()
    assert problems_of(page, "nl") == []
    page.fill("[name=name]", "Mijn laptop")
    page.locator("main form [type=submit]").click()
    expect(page.locator("main li", has_text="Mijn laptop")).to_be_visible()

    sign_out(page)
    page.goto("/account/login/?next=/nieuws/")
    page.get_by_role("button", name="Inloggen met een passkey").click()
    page.wait_for_url(lambda url: "/login/" not in url)
    assert page.url.endswith("/nieuws/")
    page.goto(PASSKEYS)
    expect(page.locator("main li", has_text="Mijn laptop")).to_contain_text("laatst gebruikt")

    page.get_by_role("link", name="Verwijderen: Mijn laptop").click()
    prove_with_password(page)
    assert problems_of(page, "nl") == []
    page.get_by_role("button", name="Verwijderen").click()
    expect(page.locator("main li", has_text="Mijn laptop")).to_have_count(0)

    sign_out(page)
    page.goto("/account/login/")
    page.get_by_role("button", name="Inloggen met een passkey").click()
    expect(page.locator(".notice--bad")).to_contain_text("Deze passkey werkt hier niet.")
    sign_in(page, "coach")  # the password alone is enough again
    assert "/mijn/" in page.url


def test_a_passkey_is_the_second_step_after_the_password_and_proves_that_it_is_you(page):
    sign_in(page, "assessor2")
    add_passkey(page, "Telefoon")
    sign_out(page)

    sign_in(page, "assessor2")
    assert "/account/2fa/authenticate/" in page.url
    assert problems_of(page, "nl") == []
    page.get_by_role("button", name="Een passkey gebruiken").click()
    page.wait_for_url("**/mijn/")

    page.goto("/account/2fa/webauthn/reauthenticate/?next=/account/2fa/webauthn/add/")
    assert problems_of(page, "nl") == []
    page.get_by_role("button", name="Een passkey gebruiken").click()
    page.wait_for_url(f"**{PASSKEYS}add/")
    page.get_by_role("button", name="Passkey maken").click()
    expect(page.locator("#toasts")).to_contain_text("Dit apparaat heeft al een passkey van u.")
    page.goto(PASSKEYS)
    page.get_by_role("link", name="Verwijderen: Telefoon").click()
    page.get_by_role("button", name="Verwijderen").click()


def test_who_cancels_is_told_that_nothing_was_done(page):
    page.device.send("WebAuthn.setUserVerified", {"authenticatorId": page.key, "isUserVerified": False})
    page.goto("/account/login/")
    page.get_by_role("button", name="Inloggen met een passkey").click()

    expect(page.locator("#toasts")).to_contain_text("Er is niets gedaan.")
    assert "/account/login/" in page.url


def test_without_a_script_the_password_is_there_and_no_button_that_does_nothing(visitor):
    page = visitor(javascript=False)
    page.goto("/account/login/")

    expect(page.get_by_role("button")).to_contain_text(["Inloggen"])
    expect(page.locator("[data-part=ask]")).to_be_hidden()
