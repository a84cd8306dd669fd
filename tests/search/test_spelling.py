"""Spelling help: from the words of public documents, and from no others."""

import pytest

from search import rebuilding, spelling, vocabulary
from search.models import PublicWord, SearchDocument

CANARY = "kanariepietje"


def words():
    return dict(PublicWord.objects.values_list("word", "documents"))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("toesting", "toetsing"),
        ("Examnering", "examinering"),
        ("portfollio", "portfolio"),
        ("gedifferentieert", "gedifferentieerd"),
        ("evaluern van toesting!", "evalueren van toetsing!"),
        ("toets", ""),
        ("toetsingen", ""),
        ("evalueren", ""),
        ("xylofonist", ""),
        ("toe", ""),
        ("2018", ""),
        ("", ""),
    ],
)
def test_mends_what_is_misspelled(publish, typed, meant):
    publish("Toetsing en examinering", summary="Portfolio, gedifferentieerd geëvalueerd", body="Evalueren van toetsen")

    assert spelling.corrected(typed) == meant


def test_keeps_accents(publish):
    publish("Differentiëren")

    assert spelling.corrected("differentierem") == "differentiëren"
    assert spelling.corrected("differentieren") == ""


def test_prefers_the_word_that_more_documents_have(publish):
    publish("Leren")
    for number in range(2):
        publish(f"Leven {number}")

    assert spelling.corrected("leten") == "leven"


def test_offers_no_word_of_a_private_document(publish, rewrite):
    private = publish(CANARY, body=CANARY, audience=["network:7"])
    assert spelling.corrected("kanarieptje") == ""

    rewrite(private, audience=["public"])
    assert spelling.corrected("kanarieptje") == CANARY

    rewrite(private, audience=["network:7"])
    assert (spelling.corrected("kanarieptje"), words()) == ("", {})


@pytest.mark.parametrize("how", ["hidden", "deleted", "rewritten"])
def test_a_word_goes_with_its_last_public_document(publish, rewrite, how):
    school = publish(CANARY)
    publish("Toetsing")

    if how == "deleted":
        school.delete()
    else:
        rewrite(school, None if how == "hidden" else "", title="A")

    assert words() == {"toetsing": 1}


def test_counts_documents(publish):
    first = publish("Toetsing", body="toetsing toetsing")
    publish("Toetsing op school")
    assert words() == {"toetsing": 2, "school": 1}

    first.delete()
    assert words() == {"toetsing": 1, "school": 1}


def test_a_rebuild_counts_anew(publish):
    publish("Toetsing")
    PublicWord.objects.all().delete()
    vocabulary.add(vocabulary.count([("verdwenen",)]))

    dict(rebuilding.refresh_everything())

    assert words() == {"toetsing": 1}
    assert SearchDocument.objects.count() == 1


def test_takes_one_query(publish, django_assert_num_queries):
    publish("Toetsing")

    with django_assert_num_queries(1):
        spelling.corrected("toesting vna examnering " * 20)


@pytest.mark.parametrize(
    ("one", "other", "mistakes"),
    [("toets", "toets", 0), ("toest", "toets", 1), ("tets", "toets", 1), ("toetsen", "toets", 2), ("abcd", "wxyz", 3)],
)
def test_distance(one, other, mistakes):
    assert spelling.distance(one, other, 2) == mistakes
