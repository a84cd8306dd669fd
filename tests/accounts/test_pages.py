"""The account pages are ours, in Dutch, and none falls over strange input."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from django.core import mail

from tests.accounts.conftest import PASSWORD

VISITOR = ["login", "signup", "password/reset", "password/reset/done", "confirm-email", "inactive", "confirm-email/x:y"]
PERSON = ["email", "password/change", "logout", "2fa", "reauthenticate"]


@pytest.mark.parametrize("page", VISITOR)
@pytest.mark.parametrize("prefix", ["", "/en"])
def test_a_visitors_pages_are_in_the_sites_own_frame(client, db, prefix, page):
    response = client.get(f"{prefix}/account/{page}/")

    assert response.status_code == 200
    assert '<main id="main"' in response.content.decode()


@pytest.mark.parametrize("page", PERSON)
def test_a_persons_pages_are_in_the_sites_own_frame(client, sanne, page):
    client.force_login(sanne)

    response = client.get(f"/account/{page}/")

    assert response.status_code == 200
    assert '<main id="main"' in response.content.decode()


@pytest.fixture
def signed_in(client, sanne):
    """Signed in, and asked for the password once more, as for whatever is important."""
    client.post("/account/login/", {"login": sanne.email, "password": PASSWORD})
    client.post("/account/reauthenticate/", {"password": PASSWORD})
    return client


def test_pages_hold_no_script_or_style_of_their_own(signed_in):
    for page in ("email", "2fa", "2fa/totp/activate", "password/change"):
        text = signed_in.get(f"/account/{page}/").content.decode()

        assert "<style" not in text
        assert " style=" not in text
        assert "<script>" not in text


def test_a_second_mail_address_is_added(signed_in, sanne):
    signed_in.post("/account/email/", {"action_add": "1", "email": "sanne@thuis.example"})

    assert mail.outbox[-1].subject == "Bevestig uw mailadres"
    assert "sanne@thuis.example" in signed_in.get("/account/email/").content.decode()


def test_two_step_sign_in_is_switched_on_used_and_off(signed_in, sanne):
    page = signed_in.get("/account/2fa/totp/activate/")
    secret = page.context["form"].secret
    signed_in.post("/account/2fa/totp/activate/", {"code": code(secret)})
    assert Authenticator.objects.filter(user=sanne, type=Authenticator.Type.TOTP).exists()
    assert signed_in.get("/account/2fa/recovery-codes/").status_code == 200
    recovery = (
        Authenticator.objects.get(user=sanne, type=Authenticator.Type.RECOVERY_CODES).wrap().get_unused_codes()[0]
    )
    signed_in.post("/account/logout/")

    first = signed_in.post("/account/login/", {"login": sanne.email, "password": PASSWORD})
    assert first.url.startswith("/account/2fa/authenticate/")
    assert "De tweede stap" in signed_in.get(first.url).content.decode()
    assert signed_in.post(first.url, {"code": "000000"}).status_code == 200
    assert signed_in.post(first.url, {"code": recovery}).url == "/mijn/"

    signed_in.post("/account/reauthenticate/", {"password": PASSWORD})
    signed_in.post("/account/2fa/totp/deactivate/")
    assert not Authenticator.objects.filter(user=sanne).exists()


def code(secret: str) -> str:
    """What the app shows now."""
    return totp.format_hotp_value(totp.hotp_value(secret, next(iter(totp.yield_hotp_counters_from_time()))))


def test_name_and_language_are_changed(signed_in, sanne):
    response = signed_in.post("/mijn/instellingen/", {"first_name": "Sanne", "last_name": "de Boer", "language": "en"})

    sanne.refresh_from_db()
    assert (sanne.name, sanne.language) == ("Sanne de Boer", "en")
    assert response.url == "/en/mijn/instellingen/"


@pytest.mark.parametrize(
    "strange", [{"first_name": "\x00"}, {"first_name": "x" * 999}, {"language": "xx"}, {"last_name": ""}]
)
def test_a_strange_profile_is_refused(signed_in, sanne, strange):
    response = signed_in.post(
        "/mijn/instellingen/", {"first_name": "Sanne", "last_name": "de Boer", "language": "nl"} | strange
    )

    assert response.status_code == 200
    assert type(sanne).objects.get(pk=sanne.pk).last_name == "de Wit"


@pytest.mark.parametrize("path", ["", "inloggen/", "gegevens/", "gegevens/download/", "tokens/"])
def test_settings_are_for_who_is_signed_in(client, db, path):
    assert client.get(f"/mijn/instellingen/{path}").status_code == 302


def test_every_settings_page_marks_its_tab(signed_in):
    for path in ("/mijn/instellingen/", "/mijn/instellingen/scholen/", "/account/email/", "/account/2fa/"):
        page = signed_in.get(path).content.decode()

        assert page.partition('class="tabs"')[2].partition("</nav>")[0].count('aria-current="page"') == 1
