"""Which engine answers: Elasticsearch when it is configured, answers and is up to date; else the database."""

import structlog
from django.conf import settings

from search.engines import Found, database
from search.models import SearchDocument
from search.request import SearchRequest

log = structlog.get_logger(__name__)

DATABASE, ELASTICSEARCH = "database", "elasticsearch"


def find(request: SearchRequest) -> tuple[Found, str]:
    """What is found, and the engine that found it."""
    return database.find(request), DATABASE


def suggest(request: SearchRequest) -> list[SearchDocument]:
    return database.suggest(request)
