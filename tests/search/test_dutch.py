"""The analyser by itself. What it does to searches stands in test_engine_contract.py."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search import dutch
from search.dutch import lists
from search.dutch.elasticsearch import analysis_settings
from search.plan import plan_for


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("Toetsen", "toets"),
        ("toetsbeleid", "toetsbeleid toets beleid"),
        ("PTA's", "pta"),
        ("foto\u2019s", "foto"),
        ("Differentiëren", "differentiatie"),
        ("één-op-één", "een op een"),
        ("zwartkijkertje4f3a2b", "zwartkijkertje4f3a2b"),
        ("", ""),
        ("… — !", ""),
    ],
)
def test_terms(text, terms):
    assert dutch.terms(text) == terms


@pytest.mark.django_db
def test_a_query_leaves_out_stop_words_and_repeats():
    assert plan_for("de toets van de toets").clauses == plan_for("toets").clauses


@pytest.mark.django_db
def test_a_query_of_stop_words_finds_nothing():
    assert plan_for("hoe is het").clauses == ()


@pytest.mark.django_db
def test_synonyms_stand_beside_what_was_typed():
    (clause,) = plan_for("programma van toetsing en afsluiting").clauses

    assert clause == (("programma", "toetsing", "afsluiting"), ("pta",))


@pytest.mark.django_db
def test_a_long_query_is_cut():
    assert len(plan_for(" ".join(f"w{number}x" for number in range(1000))).clauses) <= 16


@given(st.text())
def test_every_text_becomes_words_of_letters_and_digits(text):
    assert all(word.isalnum() and len(word) <= dutch.LONGEST_WORD for word in dutch.words(text))


@pytest.mark.django_db
@given(st.text(max_size=300))
def test_every_query_has_a_plan(text):
    assert all(word.isalnum() for word in plan_for(text).stems)


def test_lists_are_folded_as_texts_are():
    forms = [*lists.overrides(), *lists.overrides().values(), *lists.compounds(), *lists.stop_words()]

    assert [form for form in forms if dutch.fold(form) != form] == []


def test_compounds_fit_the_decompounder():
    sizes = range(dutch.COMPOUND_SETTINGS["min_subword_size"], dutch.COMPOUND_SETTINGS["max_subword_size"] + 1)

    assert [word for word in lists.compounds() if len(word) not in sizes] == []


def test_threads_do_not_mix_up_stems():
    words = [f"samenkomst{number}en" for number in range(2000)]
    dutch.stem.cache_clear()
    with ThreadPoolExecutor(8) as threads:
        at_once = list(threads.map(dutch.stem, words))
    dutch.stem.cache_clear()

    assert at_once == [dutch.stem(word) for word in words]


@pytest.mark.services
def test_elasticsearch_reads_as_we_do(use_elasticsearch, db):
    from search.engines.elasticsearch import documents, node
    from tests.search.conftest import elasticsearch_url

    use_elasticsearch(elasticsearch_url())
    client = node.client().options(request_timeout=60)  # a reader waits one second; this makes an index on a cold node
    index = documents.create_index(client)
    words = sorted({*lists.overrides(), *lists.compounds(), "toetsbeleidsplannen", "schoolexamens", "getoetst", "pta"})

    for analyzer, own in (("dutch_index", lambda word: set(dutch.index_terms(word))), ("dutch_query", _stem_only)):
        for word in words:
            answer = client.indices.analyze(index=index, analyzer=analyzer, text=word)
            assert {token["token"] for token in answer["tokens"]} == own(word), word


def _stem_only(word):
    return {dutch.stem(word)}


def test_elasticsearch_is_given_the_same_lists():
    filters = analysis_settings()["filter"]

    assert set(filters["dutch_compounds"]["word_list"]) == lists.compounds()
    assert len(filters["dutch_overrides"]["rules"]) == len(lists.overrides())
