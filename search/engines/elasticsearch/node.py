"""The connection to Elasticsearch, and a breaker so that an outage costs one page a wait, not every page."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache

import structlog
from django.conf import settings
from elastic_transport import TransportError
from elasticsearch import ApiError, Elasticsearch

from search import metrics

log = structlog.get_logger(__name__)

ANSWER_WITHIN = 1.5  # seconds, for a reader who waits
FEED_WITHIN = 30  # seconds, for a batch
LEAVE_ALONE = 10  # seconds without a try after a failure
LOOK_AGAIN = 3  # seconds between looks at a node that is away


class Unavailable(Exception):
    """Elasticsearch does not answer, or not with something we can use."""


def configured() -> bool:
    return bool(settings.ELASTICSEARCH_URLS)


def client() -> Elasticsearch:
    """The client for what is configured now."""
    return _client(tuple(settings.ELASTICSEARCH_URLS))


@lru_cache(maxsize=4)
def _client(urls: tuple[str, ...]) -> Elasticsearch:
    # Another node of a cluster is tried at once; a lone node is not asked twice.
    return Elasticsearch(
        list(urls),
        request_timeout=ANSWER_WITHIN,
        max_retries=len(urls) - 1,
        retry_on_timeout=False,
    )


class Breaker:
    """Closed: ask. Open after a failure: do not ask for a while, and watch in the background for its return."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._open_until = 0.0
        self._watching = False
        self.on_return: Callable[[], None] = lambda: None

    @property
    def is_open(self) -> bool:
        return time.monotonic() < self._open_until

    def trip(self, error: Exception) -> None:
        log.warning("elasticsearch_away", error=str(error)[:200])
        metrics.outages.inc()
        self._open_until = time.monotonic() + LEAVE_ALONE
        if settings.ELASTICSEARCH_WATCH:
            self._watch()

    def reset(self) -> None:
        self._open_until = 0.0

    def _watch(self) -> None:
        with self._lock:
            if self._watching:
                return
            self._watching = True
        threading.Thread(target=self._wait_for_return, name="elasticsearch-watch", daemon=True).start()

    def _wait_for_return(self) -> None:
        try:
            while not client().ping():
                time.sleep(LOOK_AGAIN)
        finally:
            with self._lock:
                self._watching = False
        log.info("elasticsearch_back")
        self.reset()
        self.on_return()


breaker = Breaker()


@contextmanager
def answering() -> Iterator[Elasticsearch]:
    """A client to ask for a reader; raises Unavailable at once while the breaker is open, or when the answer fails."""
    if breaker.is_open:
        raise Unavailable("left alone after a failure")
    try:
        yield client()
    except (TransportError, ApiError) as error:
        breaker.trip(error)
        raise Unavailable(str(error)) from error


@contextmanager
def feeding() -> Iterator[Elasticsearch]:
    """A patient client for writing; raises Unavailable when Elasticsearch does not answer."""
    try:
        yield client().options(request_timeout=FEED_WITHIN)
    except (TransportError, ApiError) as error:
        breaker.trip(error)
        raise Unavailable(str(error)) from error
