"""Where somebody is signed in, and ending it there."""

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from accounts.devices import device_name
from tests.accounts.conftest import PASSWORD

PATH = "/mijn/instellingen/apparaten/"
FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"


def sign_in(person):
    client = Client(HTTP_USER_AGENT=FIREFOX)
    client.post(reverse("account_login"), {"login": person.email, "password": PASSWORD})
    return client


def is_in(client):
    return client.get("/mijn/instellingen/").status_code == 200


def test_another_device_is_signed_out_and_its_owner_told(sanne, django_capture_on_commit_callbacks):
    laptop, telephone = sign_in(sanne), sign_in(sanne)
    page = laptop.get(PATH)
    assert page.content.decode().count("Firefox, Windows</strong>") == 2
    [other] = [row for row in page.context["sessions"] if row.session_key != page.context["here"]]

    with django_capture_on_commit_callbacks(execute=True):
        laptop.post(f"{PATH}uitloggen/", {"session": other.pk})

    assert (is_in(laptop), is_in(telephone)) == (True, False)
    assert [message.to for message in mail.outbox] == [[sanne.email]]


def test_all_others_are_signed_out_at_once(sanne):
    laptop, others = sign_in(sanne), [sign_in(sanne), sign_in(sanne)]

    laptop.post(f"{PATH}uitloggen/")

    assert [is_in(client) for client in [laptop, *others]] == [True, False, False]


@pytest.mark.parametrize("named", ["0", "x\x00", "9" * 30])
def test_what_is_not_there_is_not_found(sanne, named):
    assert sign_in(sanne).post(f"{PATH}uitloggen/", {"session": named}).status_code == 404


def test_nobody_signs_out_another(sanne, kees):
    theirs = sign_in(kees)
    session = theirs.get(PATH).context["sessions"][0].pk

    assert sign_in(sanne).post(f"{PATH}uitloggen/", {"session": session}).status_code == 404
    assert is_in(theirs)


def test_a_device_without_a_name_is_unknown():
    assert device_name("curl/8") == "Onbekend apparaat"
