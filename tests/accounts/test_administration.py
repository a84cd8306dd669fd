"""People are managed in Wagtail's admin, though they have no user name."""

import pytest

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


def test_a_person_made_in_the_admin_can_sign_in_at_once(client, bea):
    fields = {"email": "Noor@School.example", "first_name": "Noor", "last_name": "Jansen", "language": "nl"}
    response = client.post("/admin/users/new/", fields | {"password1": PASSWORD, "password2": PASSWORD})
    assert response.status_code == 302, response.context["form"].errors
    client.logout()

    response = client.post("/account/login/", {"login": "noor@school.example", "password": PASSWORD})

    assert response.url == "/mijn/"


def test_a_mail_address_changed_in_the_admin_signs_in(client, bea, sanne):
    page = client.get(f"/admin/users/edit/{sanne.pk}/")
    assert page.status_code == 200
    fields = {"email": "sanne@nieuw.example", "first_name": "Sanne", "last_name": "de Wit", "is_active": "on"}
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
