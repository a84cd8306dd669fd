"""People are managed in Wagtail's admin, though they have no user name."""

import re

import pytest
from django.contrib.auth.models import Group
from django.test import Client

from accounts.models import User
from tests.accounts.conftest import PASSWORD


@pytest.fixture
def bea(client, db):
    person = User.objects.create_superuser("beheer@school.example", PASSWORD, first_name="Bea", last_name="Beheer")
    client.force_login(person)
    return person


def test_the_admin_lists_people(client, bea, sanne):
    assert client.get("/admin/").status_code == 200
    assert "Sanne de Wit" in client.get("/admin/users/").content.decode()


def test_a_person_invited_in_the_admin_chooses_a_password_and_signs_in(
    client, bea, mailoutbox, django_capture_on_commit_callbacks
):
    fields = {"email": "Noor@School.example", "first_name": "Noor", "last_name": "Jansen", "language": "nl"}
    with django_capture_on_commit_callbacks(execute=True):
        response = client.post("/admin/users/new/", fields)
    assert response.status_code == 302, response.context["form"].errors
    client.logout()

    link = re.search(r"https?://[^/\s]+(/account/password/reset/key/\S+)", mailoutbox[-1].body)[1]
    page = client.get(link, follow=True)
    client.post(page.request["PATH_INFO"], {"password1": PASSWORD, "password2": PASSWORD})
    response = client.post("/account/login/", {"login": "noor@school.example", "password": PASSWORD})

    assert response.url == "/mijn/"


def test_a_mail_address_changed_in_the_admin_signs_in(client, bea, sanne):
    page = client.get(f"/admin/users/edit/{sanne.pk}/")
    assert page.status_code == 200
    fields = {"email": "sanne@nieuw.example", "first_name": "Sanne", "last_name": "de Wit", "language": "nl"}
    fields["is_active"] = "on"
    assert client.post(f"/admin/users/edit/{sanne.pk}/", fields).status_code == 302
    client.logout()

    response = client.post("/account/login/", {"login": "sanne@nieuw.example", "password": PASSWORD})

    assert response.url == "/mijn/"


def test_schools_and_boards_are_managed_there(client, bea):
    for path in ("schools/school/", "schools/board/"):
        assert client.get(f"/admin/snippets/{path}").status_code == 200
        assert client.get(f"/admin/snippets/{path}add/").status_code == 200
        assert client.get(f"/admin/snippets/{path}", {"q": "kompas"}).status_code == 200


def test_other_people_stay_out(client, sanne):
    client.force_login(sanne)

    assert client.get("/admin/users/").status_code == 302


def test_nobody_but_an_administrator_of_everything_changes_one_or_makes_one(client, bea, sanne):
    manager = User.objects.create_user("mieke@school.example", PASSWORD, first_name="Mieke", last_name="Beheer")
    manager.groups.add(Group.objects.get(name="Beheer"))
    client.force_login(manager)
    fields = {"email": "sanne@school.example", "first_name": "Sanne", "last_name": "de Wit", "language": "nl"}

    assert client.get(f"/admin/users/edit/{bea.pk}/").status_code == 302
    client.post(f"/admin/users/edit/{sanne.pk}/", fields | {"is_active": "on", "is_superuser": "on"})

    sanne.refresh_from_db()
    assert not sanne.is_superuser


def test_a_closed_account_is_out_at_once_and_nobody_is_deleted(client, bea, sanne):
    browser = Client()
    browser.force_login(sanne)
    fields = {"email": sanne.email, "first_name": "Sanne", "last_name": "de Wit", "language": "en"}

    client.post(f"/admin/users/edit/{sanne.pk}/", fields)
    client.post(f"/admin/users/delete/{sanne.pk}/")
    client.post(f"/admin/bulk/accounts/user/delete/?id={sanne.pk}")

    sanne.refresh_from_db()
    assert (sanne.is_active, sanne.language) == (False, "en")
    assert browser.get("/mijn/").status_code == 302


def test_the_admin_speaks_the_language_of_the_person(client, bea):
    assert "Mensen en scholen" in client.get("/admin/").content.decode()
    bea.language = "en"
    bea.save()

    assert "People and schools" in client.get("/admin/").content.decode()


def test_no_page_about_a_person_shows_a_password(client, bea, sanne):
    pages = [client.get(f"/admin/users/{part}") for part in ("", f"edit/{sanne.pk}/", "?export=csv")]
    text = "".join(b"".join(page).decode() if page.streaming else page.content.decode() for page in pages)

    assert sanne.password not in text
    assert "pbkdf2" not in text
