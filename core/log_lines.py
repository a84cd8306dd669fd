"""How a line of the log is made: every request writes one, so that this is code of microseconds."""

import logging
from collections.abc import Callable, Iterator, MutableMapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from structlog.stdlib import ProcessorFormatter

# Our own variable: structlog's way to bind some walks through all variables of the context, others' included.
_request_id: ContextVar[str | None] = ContextVar("request_id", default=None)


@contextmanager
def request_of_lines(request_id: str) -> Iterator[None]:
    """Let each line that is written in here carry the id of the request it is about."""
    before = _request_id.set(request_id)
    try:
        yield
    finally:
        _request_id.reset(before)


def with_request_id(logger: Any, method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """A processor of structlog."""
    if (request_id := _request_id.get()) is not None:
        event["request_id"] = request_id
    return event


class Rendered(str):
    """A line that needs nothing more."""


def rendered_by(renderer: Callable[..., Any]) -> Callable[..., Rendered]:
    """The renderer as the last processor of our own lines."""
    return lambda logger, method, event: Rendered(renderer(logger, method, event))


class LineFormatter(ProcessorFormatter):
    """Gives what other libraries log the shape of our own lines, which come as they are to be written."""

    def format(self, record: logging.LogRecord) -> str:
        return record.msg if isinstance(record.msg, Rendered) else super().format(record)
