import pytest

from schools.policies import works_at
from tests.factories.people import EmploymentFactory, SchoolFactory, UserFactory


@pytest.fixture
def kompas(db):
    return SchoolFactory(brin="99ZX01", name="De Kompas", place="Utrecht", board__name="Stichting Samen")


def test_anybody_finds_schools(client, kompas):
    SchoolFactory(name="Het Baken", place="Zwolle")

    answer = client.get("/api/v1/schools", {"q": "kompas"}).json()

    assert answer["total"] == 1
    school = {"brin": "99ZX01", "name": "De Kompas", "sector": "VO", "place": "Utrecht", "board": "Stichting Samen"}
    assert answer["items"] == [school]


def test_a_school_without_a_board_is_listed(client, db):
    SchoolFactory(board=None)

    assert client.get("/api/v1/schools").json()["items"][0]["board"] is None


def test_a_program_says_where_a_person_works(client, kompas):
    sanne = UserFactory()
    client.force_login(sanne)

    answer = client.put("/api/v1/me/schools/99ZX01", {"job": "Rector"}, content_type="application/json")
    again = client.put("/api/v1/me/schools/99ZX01", {}, content_type="application/json")

    assert (answer.status_code, answer.json()["job"]) == (200, "Rector")
    assert (again.status_code, again.json()["code"]) == (409, "already_works_there")
    assert works_at(sanne, kompas)


def test_and_where_no_longer(client, kompas):
    employment = EmploymentFactory(school=kompas)
    client.force_login(employment.person)

    assert client.delete("/api/v1/me/schools/99ZX01").status_code == 204
    assert client.delete("/api/v1/me/schools/99ZX01").status_code == 404
    assert client.delete("/api/v1/me/schools/%00").status_code == 404


def test_and_which_school_comes_first(client, kompas):
    person = EmploymentFactory(school__name="Baken").person
    client.force_login(person)
    client.put("/api/v1/me/schools/99ZX01", {}, content_type="application/json")

    answer = client.put("/api/v1/me/schools/99ZX01/primary")

    assert (answer.status_code, answer.json()["primary"]) == (200, True)
    assert client.get("/api/v1/me").json()["schools"][0]["brin"] == "99ZX01"
    assert client.put("/api/v1/me/schools/99XX00/primary").status_code == 404
