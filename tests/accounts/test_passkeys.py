"""What the server makes of passkeys; tests/browser/test_passkeys.py has a browser make and use them."""

import json

import pytest
from allauth.mfa.models import Authenticator

from tests.accounts.conftest import PASSWORD

LOGIN = "/account/2fa/webauthn/login/"
LIST = "/account/2fa/webauthn/"
REFUSED = "Deze passkey werkt hier niet."
GARBLED = [
    "",
    "no json",
    "null",
    "1",
    "[]",
    "{}",
    '{"id": "%%%", "rawId": "%", "response": {"clientDataJSON": "!", "attestationObject": 5}, "type": "public-key"}',
    '{"id": "AA", "rawId": "AA", "response": {}, "type": "public-key", "clientExtensionResults": {}}',
    json.dumps(
        {
            "id": "AA",
            "rawId": "AA",
            "type": "public-key",
            "clientExtensionResults": {},
            "response": {
                "clientDataJSON": "e30",
                "attestationObject": "oA",
                "authenticatorData": "AA",
                "signature": "A",
            },
        }
    ),
]


@pytest.fixture
def passkey(kees):
    """A passkey of somebody else."""
    data = {"name": "Telefoon van Kees", "credential": {}}
    return Authenticator.objects.create(user=kees, type=Authenticator.Type.WEBAUTHN, data=data)


@pytest.fixture
def at_home(client, sanne):
    """Sanne's browser, in which she filled in her password just now."""
    client.force_login(sanne)
    client.post("/account/reauthenticate/", {"password": PASSWORD})
    return client


def test_signing_in_asks_the_browser_for_any_passkey_of_ours(client, db):
    asked = client.get(LOGIN, headers={"Accept": "application/json"}).json()["request_options"]["publicKey"]

    assert (asked["rpId"], asked["userVerification"]) == ("testserver", "required")
    assert not asked.get("allowCredentials")


@pytest.mark.parametrize("sent", GARBLED)
def test_a_garbled_passkey_signs_nobody_in(client, sanne, sent):
    client.get(LOGIN, headers={"Accept": "application/json"})

    response = client.post(LOGIN, {"credential": sent}, follow=True)

    assert response.redirect_chain[-1][0] == "/account/login/"
    assert "_auth_user_id" not in client.session


def test_a_passkey_that_is_not_ours_is_refused_in_plain_words(client, sanne):
    client.get(LOGIN, headers={"Accept": "application/json"})

    assert REFUSED in client.post(LOGIN, {"credential": GARBLED[-1]}, follow=True).content.decode()


@pytest.mark.parametrize("sent", GARBLED)
def test_a_garbled_passkey_is_not_kept(at_home, sent):
    page = at_home.get(f"{LIST}add/")
    assert page.context["form"].initial["name"] == "Onbekend apparaat"

    response = at_home.post(f"{LIST}add/", {"name": "x", "credential": sent, "passwordless": "True"})

    assert response.status_code == 200
    assert "error-summary" in response.content.decode()
    assert not Authenticator.objects.exists()


def test_a_passkey_that_asked_for_no_finger_face_or_pin_is_not_kept(at_home):
    at_home.get(f"{LIST}add/")

    response = at_home.post(f"{LIST}add/", {"name": "x", "credential": GARBLED[-1]})

    assert "passwordless" in response.context["form"].errors


def test_nobody_sees_renames_or_removes_a_passkey_of_somebody_else(at_home, passkey):
    assert "Telefoon van Kees" not in at_home.get(LIST).content.decode()
    for what in ("edit", "remove"):
        assert at_home.get(f"{LIST}keys/{passkey.pk}/{what}/").status_code == 404
        assert at_home.post(f"{LIST}keys/{passkey.pk}/{what}/", {"name": "x"}).status_code == 404


def test_changing_something_about_passkeys_asks_who_you_are(client, sanne):
    client.force_login(sanne)

    assert "/reauthenticate/" in client.get(f"{LIST}add/").url


def test_what_was_done_is_said_in_our_own_words(at_home):
    new = {"oldpassword": PASSWORD, "password1": "nog-een-lang-geheim", "password2": "nog-een-lang-geheim"}

    page = at_home.post("/account/password/change/", new, follow=True).content.decode()

    assert "Uw wachtwoord is gewijzigd." in page
