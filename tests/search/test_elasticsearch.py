"""The feed, the outage and the proof: on a real Elasticsearch."""

import time
from io import StringIO

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.cache import cache
from django.core.management import CommandError, call_command
from elasticsearch.helpers import bulk

from search import health, services, tasks
from search.engines.elasticsearch import check, documents, feed, node, query
from search.models import SearchDocument, SequenceCounter
from search.services import finding
from tests.search.conftest import elasticsearch_url
from tests.search.proxy import Proxy

pytestmark = [pytest.mark.services, pytest.mark.django_db]


@pytest.fixture
def proxy(use_elasticsearch):
    with Proxy(elasticsearch_url()) as proxy:
        use_elasticsearch(proxy.url)
        yield proxy


@pytest.fixture
def client(proxy, schools):
    feed.sync()
    return node.client()


def titles(text="toets", **options):
    results = services.search(user=AnonymousUser(), text=text, **options)
    return [hit.title for hit in results.items], results.engine


def differences():
    return list(check.differences())


def test_an_outage_hides_shows_and_loses_nothing(proxy, publish, rewrite, monkeypatch):
    monkeypatch.setattr(tasks, "sync_soon", lambda: None)
    changed, hidden, restricted, deleted = (publish(f"Toets {number}") for number in range(4))
    feed.sync()
    assert titles(sort="title")[1] == "elasticsearch"

    proxy.close()
    rewrite(changed, title="Toets 0 herzien")
    rewrite(hidden, None)
    rewrite(restricted, audience=["network:7"])
    deleted.delete()
    publish("Toets 4")
    assert titles(sort="title") == (["Toets 0 herzien", "Toets 4"], "database")

    proxy.open()
    node.breaker.reset()
    assert titles(sort="title") == (["Toets 0 herzien", "Toets 4"], "database")  # it is behind
    assert len(differences()) == 6

    assert feed.sync() == 5
    assert differences() == []
    assert titles(sort="title") == (["Toets 0 herzien", "Toets 4"], "elasticsearch")


def test_a_reader_who_finds_it_behind_sets_it_right(client, publish):
    cache.delete("search.sync")
    publish("Toets")

    assert titles() == (["Toets"], "database")
    assert titles() == (["Toets"], "elasticsearch")


def test_during_an_outage_only_one_page_waits(proxy, publish):
    publish("Toets")
    feed.sync()
    proxy.close()

    titles()
    started = time.monotonic()
    for _page in range(20):
        assert titles() == (["Toets"], "database")

    assert time.monotonic() - started < 2
    assert node.breaker.is_open


def test_its_return_is_noticed(proxy, publish, settings, monkeypatch):
    settings.ELASTICSEARCH_WATCH = True
    noticed = []
    monkeypatch.setattr(node, "LOOK_AGAIN", 0.1)
    monkeypatch.setattr(node.breaker, "on_return", lambda: noticed.append(True))
    publish("Toets")
    proxy.close()
    titles()

    proxy.open()
    for _moment in range(100):
        if noticed:
            break
        time.sleep(0.1)

    assert noticed
    assert not node.breaker.is_open


@pytest.mark.django_db(transaction=True)
def test_a_change_is_fed_after_its_commit(proxy, publish):
    publish("Toets")

    assert titles() == (["Toets"], "elasticsearch")
    assert differences() == []


@pytest.mark.django_db(transaction=True)
def test_a_save_does_not_fail_in_an_outage(proxy, publish):
    proxy.close()
    publish("Toets")

    assert titles() == (["Toets"], "database")


def test_a_rebuild_takes_the_changes_made_meanwhile(client, publish, monkeypatch):
    for number in range(3):
        publish(f"Toets {number}")
    feed.sync()
    swap = feed._put_in_service

    def swap_while_others_write(*args):
        publish("Toets voor de wissel")
        feed.sync()  # into the old index
        old = swap(*args)
        publish("Toets na de wissel")
        return old

    monkeypatch.setattr(feed, "_put_in_service", swap_while_others_write)
    before = feed.index_in_service(client)
    feed.rebuild()

    assert feed.index_in_service(client) != before
    assert differences() == []
    assert len(titles()[0]) == 5


def test_a_late_feeder_does_not_bring_the_old_index_back(client, publish):
    old = feed.index_in_service(client)
    feed.rebuild()
    publish("Toets")

    with pytest.raises(node.Unavailable), node.feeding() as feeder:
        feed._catch_up(feeder, old)

    assert not client.indices.exists(index=old)


def test_an_old_version_never_wins(client, publish, rewrite):
    school = publish("Toets")
    old = SearchDocument.objects.get(object_id=str(school.pk))
    rewrite(school, None)
    feed.sync()

    feed._write(client, feed.index_in_service(client), [old], feed._audiences([old]))

    assert differences() == []


def test_an_index_ahead_of_a_restored_database_is_rebuilt(client, publish):
    publish("Toets")
    feed.sync()
    SearchDocument.objects.update(seq=1)
    feed._write_checkpoint(client, feed.index_in_service(client), 500)
    SequenceCounter.objects.update(value=1)
    assert titles() == (["Toets"], "database")

    feed.sync()

    assert differences() == []


@pytest.mark.parametrize("damage", ["missing", "orphan", "changed", "resurrected"])
def test_the_check_tells_differences(client, publish, rewrite, damage):
    kept, gone = publish("Toets"), publish("Toets twee")
    rewrite(gone, None)
    feed.sync()
    index = feed.index_in_service(client)
    kept_id, gone_id = (feed.entry_id("school", str(school.pk)) for school in (kept, gone))
    actions = {
        "missing": {"_op_type": "delete", "_id": kept_id},
        "orphan": {"_id": "school:0", "seq": 1, "digest": "x", "live": True},
        "changed": {"_id": kept_id, "seq": 1, "digest": "x", "live": True},
        "resurrected": {"_op_type": "update", "_id": gone_id, "doc": {"live": True, "audience": ["public"]}},
    }
    bulk(client, [actions[damage]], index=index, refresh=True)

    out = StringIO()
    with pytest.raises(CommandError):
        call_command("search_check", stdout=out)

    assert ("school:0" if damage == "orphan" else gone_id if damage == "resurrected" else kept_id) in out.getvalue()


def test_a_wrong_index_shows_nothing_private(client, publish):
    """Even with the right checkpoint, a hit counts only when the row allows it."""
    publish("Toets", audience=["network:7"])
    feed.sync()
    index = feed.index_in_service(client)
    row = SearchDocument.objects.get()
    entry = documents.entry_of(row, ["public"], {"kind": ["school"]}, {})
    client.index(index=index, id=feed.entry_id(row.kind, row.object_id), document=entry, refresh=True)

    assert titles() == ([], "elasticsearch")


def test_the_commands(client, publish, proxy):
    publish("Toets")
    out = StringIO()

    call_command("search_sync", stdout=out)
    call_command("search_check", stdout=out)
    call_command("search_rebuild", stdout=out)
    call_command("search_check", stdout=out)
    proxy.close()

    assert out.getvalue().count("agree.") == 2
    for command in ("search_sync", "search_check", "search_rebuild"):
        with pytest.raises(CommandError, match="does not answer"):
            call_command(command, stdout=out)


def test_health(proxy):
    health.check()

    proxy.close()
    with pytest.raises(Exception, match="onnection"):
        health.check()


def test_nothing_is_asked_when_it_is_not_configured(settings, publish):
    settings.ELASTICSEARCH_URLS = []
    publish("Toets")

    health.check()
    assert titles() == (["Toets"], "database")


def test_an_index_that_is_behind_says_so(client, publish):
    publish("Toets")

    with pytest.raises(query.Behind):
        query.find(finding.request_for(AnonymousUser(), "toets", (), None, limit=10))
