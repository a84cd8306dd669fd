"""What means the same is kept by editors, and counts from the next search on."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ValidationError

from core.page_cache import generation
from search.models import SynonymGroup
from search.plan import plan_for
from search.services import search


def titles(text):
    return [hit.title for hit in search(user=AnonymousUser(), text=text).items]


@pytest.mark.usefixtures("db")
class TestFinding:
    def test_the_terms_that_come_along(self, publish):
        publish("Een nieuw programma van toetsing en afsluiting")

        assert titles("PTA") == ["Een nieuw programma van toetsing en afsluiting"]

    def test_a_new_term_counts_at_once_and_a_removed_one_no_more(self, publish):
        publish("Werken met exitkaarten")
        assert titles("afsluitvraag") == []

        group = SynonymGroup.objects.create(terms="exitkaarten\nafsluitvraag\nvraag aan de deur")
        assert titles("afsluitvraag") == titles("de vraag aan de deur") == ["Werken met exitkaarten"]

        group.delete()
        assert titles("afsluitvraag") == []

    def test_visitors_pages_made_before_are_old(self):
        before = generation()
        SynonymGroup.objects.create(terms="een\ntwee")
        assert generation() != before

    def test_a_query_costs_one_query_for_its_meaning(self, django_assert_num_queries):
        with django_assert_num_queries(1):
            plan_for("toetsen zonder cijfers in de onderbouw")


@pytest.mark.parametrize(
    ("terms", "why"),
    [
        ("alleen", "minstens twee"),
        ("toetsdruk\n\n  TOETSDRUK ", "minstens twee"),
        ("druk\neen zin die veel te lang is om een term te heten", "meer dan 6 woorden"),
        ("programma\nPTA’s", "staat al bij"),
    ],
)
@pytest.mark.usefixtures("db")
def test_what_is_wrong_is_told(terms, why):
    with pytest.raises(ValidationError, match=why):
        SynonymGroup(terms=terms).full_clean()


def test_a_group_may_stay_as_it_is(db):
    SynonymGroup.objects.first().full_clean()
