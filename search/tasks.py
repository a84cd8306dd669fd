"""Feeds Elasticsearch after the transaction that changed the table."""

import structlog
from django.core.cache import cache
from django.db import DatabaseError, connection, transaction
from django_tasks import task

from search.engines.elasticsearch import feed, node

log = structlog.get_logger(__name__)

QUIET = 10  # seconds between catch-ups that readers cause


@task()
def sync() -> int:
    """Bring the index up to date. Without an answer of Elasticsearch the next call catches up; nothing is lost."""
    if not node.configured() or node.breaker.is_open:
        return 0
    try:
        return feed.sync()
    except node.Unavailable as error:
        log.warning("search_sync_postponed", error=str(error)[:200])
        return 0


def sync_on_commit() -> None:
    """Feed Elasticsearch once after the present transaction, however many rows it changes."""
    waiting = transaction.get_connection().run_on_commit
    if node.configured() and not any(function is _enqueue for _savepoints, function, _robust in waiting):
        transaction.on_commit(_enqueue, robust=True)


def sync_soon() -> None:
    """Feed Elasticsearch because a reader noticed that it is behind; at most once in a while."""
    if cache.add("search.sync", True, QUIET):
        _enqueue()


def sync_after_outage() -> None:
    """Feed Elasticsearch what it missed; called from the thread that saw it return."""
    try:
        _enqueue()
    except DatabaseError as error:
        log.warning("search_sync_postponed", error=str(error)[:200])
    finally:
        connection.close()


def _enqueue() -> None:
    sync.enqueue()
