"""Which engine answers: Elasticsearch when it is configured, answers and is up to date; else the database."""

from collections.abc import Callable
from typing import TypeVar

import structlog

from search import tasks
from search.engines import Found, database
from search.engines.elasticsearch import node, query
from search.models import SearchDocument
from search.request import SearchRequest

Answer = TypeVar("Answer")
log = structlog.get_logger(__name__)


def find(request: SearchRequest) -> tuple[Found, str]:
    """What is found, and the name of the engine that found it."""
    found = _ask_elasticsearch(lambda: query.find(request))
    return (found, query.name) if found is not None else (database.find(request), database.name)


def suggest(request: SearchRequest) -> list[SearchDocument]:
    rows = _ask_elasticsearch(lambda: query.suggest(request))
    return rows if rows is not None else database.suggest(request)


def _ask_elasticsearch(ask: Callable[[], Answer]) -> Answer | None:
    """Its answer, or None when the database has to answer."""
    if not node.configured():
        return None
    try:
        return ask()
    except query.Behind as reason:
        log.info("search_index_behind", reason=str(reason))
        tasks.sync_soon()
    except node.Unavailable:
        pass  # the breaker has told it
    return None
