from datetime import timedelta

import pytest
from django.utils import timezone

from schools.models import Employment, School
from schools.policies import works_at
from schools.services import choose_primary, end_employment, start_employment
from tests.factories.people import EmploymentFactory, SchoolFactory, UserFactory

PAGE = "/mijn/instellingen/scholen/"


@pytest.fixture
def sanne(client, db):
    person = UserFactory(first_name="Sanne")
    client.force_login(person)
    return person


@pytest.fixture
def kompas(db):
    return SchoolFactory(brin="99ZX01", name="De Kompas", place="Utrecht", board__name="Stichting Samen")


@pytest.mark.parametrize("text", ["kompas", "utrecht kompas", "99zx", "samen", " Kompas\x00"])
def test_a_school_is_found_by_brin_name_place_or_board(client, sanne, kompas, text):
    SchoolFactory(brin="99ZY01", name="Het Baken", place="Zwolle", board__name="Anders")

    page = client.get(PAGE, {"q": text}).content.decode()

    assert "De Kompas" in page
    assert "Het Baken" not in page


def test_a_person_says_where_she_works(client, sanne, kompas):
    response = client.post(f"{PAGE}toevoegen/", {"brin": "99zx01", "job": "Rector"})

    assert response.url == PAGE
    assert works_at(sanne, kompas)


def test_afterwards_she_goes_back_to_where_she_needed_it(client, sanne, kompas):
    next_page = "/netwerken/toetsing/aanmelden/"

    assert client.post(f"{PAGE}toevoegen/", {"brin": kompas.brin, "next": next_page}).url == next_page
    assert client.post(f"{PAGE}toevoegen/", {"brin": kompas.brin, "next": "//evil.example"}).url == PAGE


@pytest.mark.parametrize("brin", ["", "\x00", "99XX99", "9" * 5000])
def test_an_unknown_school_is_named_as_such(client, sanne, brin):
    response = client.post(f"{PAGE}toevoegen/", {"brin": brin}, follow=True)

    assert "We kennen geen school met dit BRIN-nummer." in response.content.decode()


def test_the_same_school_twice_is_one(client, sanne, kompas):
    for _ in range(2):
        client.post(f"{PAGE}toevoegen/", {"brin": kompas.brin})

    assert Employment.objects.count() == 1


def test_an_employment_ends(client, sanne, kompas):
    employment = EmploymentFactory(person=sanne, school=kompas, started_on=timezone.localdate() - timedelta(days=9))

    client.post(f"{PAGE}{employment.pk}/beeindigen/")

    assert not works_at(sanne, kompas)
    assert Employment.objects.get().ended_on == timezone.localdate()


def test_one_can_come_back_to_a_school(sanne, kompas):
    end_employment(employment=EmploymentFactory(person=sanne, school=kompas))

    start_employment(person=sanne, school=kompas)

    assert list(School.objects.of(sanne)) == [kompas]


def test_a_slip_of_the_hand_leaves_no_trace(sanne, kompas):
    end_employment(employment=start_employment(person=sanne, school=kompas))

    assert not Employment.objects.exists()


def test_another_persons_employment_is_not_mine_to_end(client, sanne):
    other = EmploymentFactory()

    assert client.post(f"{PAGE}{other.pk}/beeindigen/").status_code == 404
    assert client.post(f"{PAGE}{'9' * 30}/beeindigen/").status_code == 404


def test_the_page_does_not_query_per_school(client, sanne, django_assert_max_num_queries):
    for _ in range(15):
        SchoolFactory(name="De Kompas")
        EmploymentFactory(person=sanne)
    client.get(PAGE)

    with django_assert_max_num_queries(9):
        client.get(PAGE, {"q": "kompas"})


def test_a_visitor_signs_in_first(client, db):
    assert client.get(PAGE).status_code == 302


def test_a_person_with_two_schools_says_which_comes_first(client, sanne, kompas):
    baken = EmploymentFactory(person=sanne, school__name="Het Baken").school
    EmploymentFactory(person=sanne, school=kompas)
    assert list(School.objects.of(sanne)) == [kompas, baken]

    for school in (kompas, baken):
        employment = Employment.objects.get(school=school)
        response = client.post(f"{PAGE}{employment.pk}/hoofdschool/", follow=True)

    assert "Het Baken" in response.text
    assert list(School.objects.of(sanne)) == [baken, kompas]
    assert Employment.objects.get(primary=True).school == baken


def test_a_school_that_somebody_left_is_no_longer_the_main_one(sanne, kompas):
    employment = EmploymentFactory(person=sanne, school=kompas, primary=True)

    end_employment(employment=employment)
    choose_primary(employment=start_employment(person=sanne, school=kompas))

    assert Employment.objects.get(primary=True) != employment


def test_another_persons_main_school_is_not_mine_to_choose(client, sanne):
    other = EmploymentFactory()

    assert client.post(f"{PAGE}{other.pk}/hoofdschool/").status_code == 404
    assert not Employment.objects.filter(primary=True).exists()


def test_who_has_one_school_is_asked_nothing(client, sanne, kompas):
    EmploymentFactory(person=sanne, school=kompas)

    assert "/hoofdschool/" not in client.get(PAGE).text
