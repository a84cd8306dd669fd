import json
import zipfile
from io import BytesIO

import pytest

from accounts.services import create_api_token, person_for_token
from tests.factories.people import EmploymentFactory

TOKENS = "/mijn/instellingen/tokens/"


def parts_of(response) -> dict:
    with zipfile.ZipFile(BytesIO(response.content)) as archive:
        return {name: json.loads(archive.read(name)) for name in archive.namelist()}


def bearer(person) -> dict[str, str]:
    return {"authorization": f"Bearer {create_api_token(person=person, label='test')}"}


def test_a_token_is_shown_once_and_works(client, sanne):
    client.force_login(sanne)

    token = client.post(TOKENS, {"label": "Rooster"}).context["made"]

    assert person_for_token(token) == sanne
    assert token not in client.get(TOKENS).content.decode()


def test_a_revoked_token_no_longer_works(client, sanne):
    token = create_api_token(person=sanne, label="Rooster")
    client.force_login(sanne)

    client.post(f"{TOKENS}{sanne.api_tokens.get().pk}/intrekken/")

    assert person_for_token(token) is None


def test_another_persons_token_cannot_be_revoked(client, sanne, kees):
    create_api_token(person=sanne, label="Rooster")
    client.force_login(kees)

    assert client.post(f"{TOKENS}{sanne.api_tokens.get().pk}/intrekken/").status_code == 404
    assert client.post(f"{TOKENS}{'9' * 30}/intrekken/").status_code == 404


def test_me_says_who_i_am(client, sanne):
    employment = EmploymentFactory(person=sanne)

    answer = client.get("/api/v1/me", headers=bearer(sanne)).json()

    school = employment.school
    assert (answer["email"], answer["name"]) == ("sanne@school.example", "Sanne de Wit")
    assert answer["schools"] == [{"brin": school.brin, "name": school.name, "sector": "VO"}]


@pytest.mark.parametrize("path", ["me", "me/export", "me/notifications"])
def test_a_visitor_is_nobody(client, db, path):
    assert client.get(f"/api/v1/{path}").status_code == 401


def test_the_export_holds_the_own_data_and_nobody_elses(client, sanne, kees):
    EmploymentFactory(person=sanne)
    EmploymentFactory(person=kees)

    response = client.get("/api/v1/me/export", headers=bearer(sanne))

    parts = parts_of(response)
    assert response["Content-Type"] == "application/zip"
    assert parts["profile.json"]["email"] == "sanne@school.example"
    assert len(parts["schools.json"]) == 1
    assert "kees@" not in json.dumps(parts)


def test_the_browser_gets_the_same_export(client, sanne):
    client.force_login(sanne)

    response = client.get("/mijn/instellingen/gegevens/download/")

    assert "profile.json" in parts_of(response)
    assert "no-store" in response["Cache-Control"]
