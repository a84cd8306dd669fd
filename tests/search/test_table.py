"""Rows follow their objects, in the same transaction."""

import threading

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from search import rebuilding, searchable, services
from search.models import SearchDocument, SearchTerms
from tests.factories.people import SchoolFactory


def row_of(school):
    return SearchDocument.objects.get(kind="school", object_id=str(school.pk))


def test_a_change_gets_the_next_number(publish, rewrite):
    first, second = publish("Een"), publish("Twee")

    rewrite(first, title="Een, herzien")

    assert row_of(first).seq == row_of(second).seq + 1


def test_saving_without_a_change_keeps_the_number(publish):
    school = publish("Een")
    before = row_of(school).seq

    school.save()

    assert row_of(school).seq == before


def test_what_is_rolled_back_leaves_nothing(publish):
    before = row_of(publish("Nul")).seq
    with transaction.atomic():
        publish("Een")
        transaction.set_rollback(True)
    assert not SearchDocument.objects.filter(title="Een").exists()

    assert row_of(publish("Twee")).seq == before + 1


@pytest.mark.parametrize("how", ["hidden", "deleted"])
def test_a_tombstone_keeps_nothing_of_the_text(publish, rewrite, how):
    school = publish("Geheim", summary="Geheim", body="Geheim", facets={"theme": ["geheim"]}, data={"slug": "geheim"})
    before, pk = row_of(school).seq, school.pk

    rewrite(school, None) if how == "hidden" else school.delete()

    row = SearchDocument.objects.get(object_id=str(pk))
    assert not row.live
    assert row.seq > before
    assert (row.title, row.summary, row.body, row.url, row.data, row.facet_set) == ("", "", "", "", {}, None)
    assert not SearchTerms.objects.filter(document=row).exists()


def test_what_was_never_found_leaves_no_tombstone(schools, publish):
    publish("Een")
    SchoolFactory()

    assert SearchDocument.objects.count() == 1


def test_documents_share_their_facets(publish):
    publish("Een", facets={"theme": ["toetsing"]})
    publish("Twee", facets={"theme": ["toetsing"]})

    assert SearchDocument.objects.values("facet_set").distinct().count() == 1


def test_rebuilding_finds_what_passed_the_signals_by(publish, schools):
    changed, deleted = publish("Een"), publish("Twee")
    schools.written[changed.brin] |= {"title": "Drie"}
    type(deleted).objects.filter(pk=deleted.pk)._raw_delete("default")

    assert dict(rebuilding.refresh_everything())["school"] == 2
    assert [hit.title for hit in services.search(user=AnonymousUser()).items] == ["Drie"]


def test_rebuilding_forgets_kinds_that_are_gone(publish, schools):
    publish("Een")
    searchable.unregister("school")
    dict(rebuilding.refresh_everything())

    assert not SearchDocument.objects.live().filter(kind="school").exists()


def test_an_unchanged_row_locks_nothing(publish, db):
    school = publish("Een")
    with CaptureQueriesContext(
        connection,
    ) as queries:
        services.refresh(school)

    assert not [query for query in queries if "sequencecounter" in query["sql"]]


def test_other_word_lists_renew_every_row_at_a_rebuild(publish, monkeypatch):
    school = publish("Een")
    before = row_of(school).seq
    monkeypatch.setattr("search.dutch.lists.fingerprint", lambda: "other")

    dict(rebuilding.refresh_everything())

    assert row_of(school).seq > before


@pytest.mark.services
@pytest.mark.django_db(transaction=True)
def test_numbers_rise_in_the_order_of_commits(publish):
    """Whoever comes second waits for the first one's commit: a feeder past 2 never misses a 1."""
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has one writer at a time")
    publish("Nul")
    committed = []

    def second():
        try:
            publish("Twee")
            committed.append("Twee")
        finally:
            connection.close()

    with transaction.atomic():
        publish("Een")
        thread = threading.Thread(target=second)
        thread.start()
        thread.join(0.5)
        assert committed == []
    thread.join(10)

    titles = SearchDocument.objects.order_by("seq").values_list("title", flat=True)
    assert list(titles) == ["Nul", "Een", "Twee"]
