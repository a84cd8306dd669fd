"""Elasticsearch killed again and again while things become public and private: nothing fails, is lost or told."""

import contextlib
import os
import threading
import time
from io import StringIO
from random import Random

import pytest
from django.core.management import CommandError, call_command
from django.db import connections
from django.utils import timezone
from django_tasks_db.management.commands.db_worker import Worker

from core import periodic
from search.engines.elasticsearch import node
from tests.services.library import Library, Outsider
from tests.services.outages import FULL_SIZE, own_service

pytestmark = [pytest.mark.services, pytest.mark.django_db(transaction=True)]
KILLS, CHANGES = (20, 2000) if FULL_SIZE else (2, 100)
LONGEST_SAVE = 2 if FULL_SIZE else 5  # seconds; a small trial shares its machine with other tests
LISTS_EVERY = 50  # changes
PATIENCE = 120  # seconds until the index is as the database is
SEED = int(os.environ.get("SEED", "2018"))


@pytest.fixture
def elasticsearch(settings, file_database):
    """A node of this test's own, with an index that is empty."""
    with own_service("elasticsearch") as service:
        settings.ELASTICSEARCH_URLS, settings.ELASTICSEARCH_INDEX = [service.url], "test-outages"
        settings.ELASTICSEARCH_WATCH = True
        node.breaker.reset()
        yield service
    settings.ELASTICSEARCH_WATCH = False
    node.breaker.reset()


@pytest.fixture
def worker(settings, elasticsearch):
    """What feeds the index, as it does in earnest: beside the pages, from the queue in the database."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    queue = {"queue_names": ["*"], "excluded_queue_names": [], "backend_name": "default", "worker_id": "test"}
    worker = Worker(**queue, interval=0.1, batch=False, startup_delay=False, max_tasks=None)
    thread = threading.Thread(target=in_a_thread, args=[worker.run], name="worker")
    thread.start()
    yield worker
    worker.running = False
    thread.join()


def in_a_thread(work):
    try:
        work()
    finally:
        connections.close_all()


class Killer(threading.Thread):
    """Kills the node at random moments of the changes, and starts it again after a while."""

    def __init__(self, service, random):
        super().__init__(name="killer")
        self.service, self.random, self.changes, self.kills = service, random, 0, 0
        self.moments = sorted(random.sample(range(CHANGES // 20, CHANGES), KILLS))
        self.trouble = None

    def run(self):
        try:
            for moment in self.moments:
                while self.changes < moment:
                    time.sleep(0.01)
                self.kill()
        except BaseException as trouble:
            self.trouble = trouble

    def kill(self):
        time.sleep(self.random.random())
        self.service.process.kill()
        self.service.process.wait()
        self.kills += 1
        time.sleep(self.random.uniform(0, 4))
        self.service.start()
        self.service.wait_until_it_answers()


def test_nothing_restricted_is_told_and_nothing_fails(elasticsearch, worker):
    random = Random(SEED)
    library = Library(random)
    outsider = Outsider(library, timezone.now().date().isoformat())
    call_command("search_rebuild", stdout=StringIO())
    killer = Killer(elasticsearch, Random(SEED + 1))
    killer.start()
    began = time.monotonic()
    while killer.changes < CHANGES or killer.is_alive():
        for words in library.change():
            outsider.looks(words)
        killer.changes += 1
        if killer.changes % LISTS_EVERY == 0:
            outsider.look_at_lists()
    killer.join()
    took = time.monotonic() - began
    seconds = until_index_and_database_agree()
    outsider.look_at_lists()

    print(f"{killer.kills} kills in {took:.0f} s; {killer.changes} changes: {dict(library.done)}")
    print("the longest save of each kind (s):", {what: round(it, 2) for what, it in library.slowest.items()})
    print(f"asked {sum(outsider.asked.values())} times {dict(outsider.asked)}, the slowest {outsider.slowest:.2f} s;")
    print(f"the API was answered by {dict(outsider.engines)}; {len(library.secrets())} secrets at the end;")
    print(f"index and database agreed {seconds:.1f} s after the last change")
    assert killer.trouble is None
    assert killer.kills == KILLS
    assert outsider.failed == []
    assert outsider.told == []
    assert outsider.missed == []
    assert max(library.slowest.values()) < LONGEST_SAVE
    assert outsider.engines["elasticsearch"] > 0, "it never answered, so this proves nothing"


def until_index_and_database_agree():
    """How long that takes with what the scheduler does each minute; fails when it takes too long."""
    began = time.monotonic()
    periodic.jobs["search_sync"].run()
    while True:
        with contextlib.suppress(CommandError):
            call_command("search_check", stdout=StringIO())
            return time.monotonic() - began
        assert time.monotonic() - began < PATIENCE, "index and database do not agree"
        time.sleep(0.5)
        periodic.jobs["search_sync"].run()
