import re

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.test import Client

from accounts.models import User
from tests.accounts.conftest import PASSWORD

NEWCOMER = {
    "first_name": "Noor",
    "last_name": "Jansen",
    "email": "Noor@School.example",
    "password1": PASSWORD,
    "password2": PASSWORD,
}


def link_in(message) -> str:
    return re.search(r"http://testserver(\S+)", message.body)[1]


def test_an_account_works_once_the_mail_address_is_confirmed(client, db):
    client.post("/account/signup/", NEWCOMER)
    noor = User.objects.get(email="noor@school.example")
    assert noor.name == "Noor Jansen"
    assert "_auth_user_id" not in client.session

    [message] = mail.outbox
    assert message.subject == "Welkom bij Leernetwerk"
    assert client.get(link_in(message)).status_code == 200
    client.post(link_in(message))

    assert client.post("/account/login/", {"login": noor.email, "password": PASSWORD}).url == "/mijn/"


def test_a_name_is_needed(client, db):
    client.post("/account/signup/", NEWCOMER | {"first_name": ""})

    assert not User.objects.exists()


def test_who_signs_up_on_english_pages_gets_english_mail(client, db):
    client.post("/en/account/signup/", NEWCOMER)

    assert User.objects.get().language == "en"
    assert mail.outbox[0].subject == "Welcome to Leernetwerk"
    assert "/en/account/confirm-email/" in mail.outbox[0].body


def test_signing_up_does_not_tell_that_an_account_exists(client, sanne):
    fresh = client.post("/account/signup/", NEWCOMER)
    taken = client.post("/account/signup/", NEWCOMER | {"email": sanne.email})

    assert (fresh.status_code, fresh.url) == (taken.status_code, taken.url)
    assert mail.outbox[1].subject == "U hebt al een account"


def test_mail_goes_to_a_person_in_the_own_language(client, kees):
    client.post("/account/password/reset/", {"email": kees.email})

    assert mail.outbox[0].subject == "Choose a new password"
    assert mail.outbox[0].alternatives[0][1] == "text/html"


def test_a_lost_password_is_replaced_through_the_mail(client, sanne):
    client.post("/account/password/reset/", {"email": sanne.email})
    page = client.get(link_in(mail.outbox[0]), follow=True)

    client.post(page.redirect_chain[-1][0], {"password1": "nog-een-lang-geheim", "password2": "nog-een-lang-geheim"})

    sanne.refresh_from_db()
    assert sanne.check_password("nog-een-lang-geheim")
    assert mail.outbox[-1].subject == "Uw wachtwoord is gewijzigd"


def test_an_old_link_says_so(client, db):
    page = client.get("/account/password/reset/key/1-niets/", follow=True).content.decode()

    assert "Deze link werkt niet meer." in page


@pytest.fixture
def broken_mail_server(monkeypatch):
    def refuse(*args):
        raise ConnectionRefusedError

    monkeypatch.setattr(EmailBackend, "send_messages", refuse)


def test_without_a_mail_server_signing_up_says_to_try_later(client, db, broken_mail_server):
    response = client.post("/account/signup/", NEWCOMER)

    assert response.status_code == 503
    assert "We kunnen op dit moment geen mail versturen." in response.content.decode()


def test_without_a_mail_server_a_password_still_changes(client, sanne, broken_mail_server):
    client.force_login(sanne)
    client.post("/account/login/", {"login": sanne.email, "password": PASSWORD})

    response = client.post(
        "/account/password/change/",
        {"oldpassword": PASSWORD, "password1": "nog-een-lang-geheim", "password2": "nog-een-lang-geheim"},
    )

    assert response.status_code == 302


def test_who_confirms_in_the_same_browser_goes_on_to_where_the_account_was_needed(client, db):
    client.post("/account/signup/", NEWCOMER | {"next": "/netwerken/toetsing/aanmelden/"})

    response = client.post(link_in(mail.outbox[0]))

    assert response.url == "/netwerken/toetsing/aanmelden/"
    assert "_auth_user_id" in client.session


def test_who_confirms_elsewhere_signs_in_first(client, db):
    client.post("/account/signup/", NEWCOMER)

    response = Client().post(link_in(mail.outbox[0]))

    assert response.url == "/account/login/"
