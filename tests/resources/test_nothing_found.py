"""When the library finds nothing: what to loosen, what comes nearest, and that editors hear of it."""

import pytest

from search.models import FailedQuery
from search.services import failed_searches
from tests.factories.resources import PracticeFactory
from tests.resources.conftest import Caller, browser_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def practices():
    return [
        PracticeFactory(state="published", title="Mentoren in gesprek", sector="VO", school_type="havo"),
        PracticeFactory(state="published", title="Mentoren en ouders", sector="VO", school_type="vwo"),
        PracticeFactory(state="published", title="Roosteren", sector="PO"),
    ]


def look(query):
    return browser_of().get(f"/praktijkvoorbeelden/?{query}")


def test_which_filter_to_take_away_and_how_many_that_gives(practices):
    answer = look("q=mentoren&sector=VO&school_type=vmbo&sort=title")

    assert [(it.labels, it.total) for it in answer.context["looser"]] == [("vmbo", 2)]
    assert "?q=mentoren&amp;sector=VO&amp;sort=title" in answer.text
    answer = look("q=mentoren&sector=PO&school_type=vmbo")
    assert (answer.context["looser"], answer.context["unfiltered"]) == ([], 2)
    assert "2 praktijkvoorbeelden zonder uw filters" in answer.text


def test_spelling_and_what_comes_nearest(practices):
    assert look("q=mentorren").context["help"].correction == "mentoren"
    nearest = look("q=mentoren zwartkijkertje").context["help"].nearest
    assert {near.hit.title for near in nearest} == {"Mentoren in gesprek", "Mentoren en ouders"}
    assert "<s>zwartkijkertje</s>" in look("q=mentoren zwartkijkertje").text


def test_editors_hear_of_it_from_the_api_too(practices):
    call = Caller()
    for query in ("q=zwartkijkertje", "q=zwartkijkertje", "q=zwartkijkertje&sector=VO", "q=zwartkijkertje&offset=20"):
        assert call("get", f"practices?{query}").json()["total"] == 0

    assert FailedQuery.objects.get().times == 2
    assert failed_searches()[0].query == "zwartkijkertje"
