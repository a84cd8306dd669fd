"""Which engine answers: Elasticsearch when it is configured, answers and is up to date; else the database."""

from collections.abc import Callable
from typing import TypeVar

import structlog

from search import metrics, tasks
from search.engines import Found, database
from search.engines.elasticsearch import node, query
from search.models import SearchDocument
from search.request import SearchRequest

Answer = TypeVar("Answer")
log = structlog.get_logger(__name__)


def find(request: SearchRequest) -> tuple[Found, str]:
    """What is found, and the name of the engine that found it."""
    found, engine = _ask_elasticsearch(lambda: query.find(request)), query.name
    if found is None:
        found, engine = database.find(request), database.name
    metrics.answers.labels(engine).inc()
    return found, engine


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
        metrics.passed_over.labels("behind").inc()
        log.info("search_index_behind", reason=str(reason))
        tasks.sync_soon()
    except node.Unavailable:
        metrics.passed_over.labels("away").inc()
    return None
