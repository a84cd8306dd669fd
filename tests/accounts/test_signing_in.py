from datetime import UTC, datetime

import pytest
import time_machine
from django.core import mail
from django.test import Client

from tests.accounts.conftest import PASSWORD

LOGIN = "/account/login/"


def sign_in(client, email="sanne@school.example", password=PASSWORD, **more):
    return client.post(LOGIN, {"login": email, "password": password, **more})


def test_a_mail_address_in_any_capitals_signs_in(client, sanne):
    response = sign_in(client, "Sanne@School.EXAMPLE")

    assert (response.status_code, response.url) == (302, "/mijn/")


def test_who_prefers_english_lands_on_english_pages(client, kees):
    assert sign_in(client, "kees@school.example").url == "/en/mijn/"


def test_next_leads_back_to_where_one_was(client, sanne):
    assert sign_in(client, next="/netwerken/toetsing/aanmelden/").url == "/netwerken/toetsing/aanmelden/"


@pytest.mark.parametrize(
    "elsewhere", ["https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)"]
)
def test_next_never_leads_elsewhere(client, sanne, elsewhere):
    assert sign_in(client, next=elsewhere).url == "/mijn/"


@pytest.mark.parametrize(
    ("email", "password"),
    [("sanne@school.example", "fout"), ("niemand@school.example", PASSWORD), ("sanne\x00@x", "\x00"), ("", "")],
)
def test_a_wrong_or_strange_password_does_not(client, sanne, email, password):
    response = sign_in(client, email, password)

    assert response.status_code == 200
    assert response.context["form"].errors


def test_a_wrong_password_does_not_tell_whether_the_account_exists(client, sanne):
    known, unknown = (sign_in(client, email, "fout") for email in ("sanne@school.example", "niemand@school.example"))

    text = "Dit mailadres en wachtwoord horen niet bij elkaar."
    assert text in known.content.decode()
    assert text in unknown.content.decode()


def test_after_five_wrong_passwords_even_the_right_one_waits(client, sanne):
    for _ in range(5):
        sign_in(client, password="fout")

    response = sign_in(client)

    assert response.status_code == 200
    assert "U hebt het te vaak geprobeerd." in response.content.decode()


def test_a_closed_account_does_not_sign_in(client, sanne):
    sanne.is_active = False
    sanne.save()

    assert sign_in(client).status_code in (200, 302)
    assert "_auth_user_id" not in client.session


def test_signing_out_takes_a_post(client, sanne):
    client.force_login(sanne)
    client.get("/account/logout/")
    assert "_auth_user_id" in client.session

    assert client.post("/account/logout/").url == "/"
    assert "_auth_user_id" not in client.session


def test_the_editors_sign_in_on_the_same_page(client, db):
    response = client.get("/admin/", follow=True)

    assert response.redirect_chain[-1][0].startswith("/account/login/?next=")


def test_the_wagtail_login_page_leads_to_ours(client, db):
    response = client.get("/admin/login/", follow=True)

    assert response.redirect_chain[-1][0].startswith("/account/login/")


def test_a_new_password_ends_other_sessions_but_not_this_one(client, sanne):
    elsewhere = Client()
    for browser in (client, elsewhere):
        sign_in(browser)

    response = client.post(
        "/account/password/change/",
        {"oldpassword": PASSWORD, "password1": "nog-een-lang-geheim", "password2": "nog-een-lang-geheim"},
    )

    assert response.status_code == 302
    assert client.get("/mijn/instellingen/").status_code == 200
    assert elsewhere.get("/mijn/instellingen/").status_code == 302


@pytest.mark.parametrize(
    ("who", "written"), [("sanne", "29 november 2026, 09.05"), ("kees", "29 November 2026, 09:05")]
)
def test_a_mail_about_a_change_writes_the_moment_as_pages_do(client, request, who, written):
    person = request.getfixturevalue(who)
    new = {"oldpassword": PASSWORD, "password1": "nog-een-lang-geheim", "password2": "nog-een-lang-geheim"}
    with time_machine.travel(datetime(2026, 11, 29, 8, 5, tzinfo=UTC)):
        sign_in(client, person.email)
        client.post("/account/password/change/", new)

    assert written in mail.outbox[-1].body
    assert written in mail.outbox[-1].alternatives[0][0]
