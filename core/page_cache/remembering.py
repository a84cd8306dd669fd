"""Answers that are true for one generation, kept by each process."""

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

from django.http import HttpRequest

from core.page_cache.changes import generation

Value = TypeVar("Value")


class Remembered(Generic[Value]):
    """Per key the value of the newest generation that was asked for; of `most` keys those that were put last."""

    def __init__(self, most: int = 100) -> None:
        self._most = most
        self._kept: dict[Hashable, tuple[int, Value]] = {}

    def get(self, key: Hashable, generation: int) -> Value | None:
        of, value = self._kept.get(key, (None, None))
        return value if of == generation else None

    def clear(self) -> None:
        self._kept = {}

    def put(self, key: Hashable, generation: int, value: Value) -> None:
        kept = {**self._kept, key: (generation, value)}
        self._kept = dict(list(kept.items())[-self._most :])  # a new one: other threads may be reading


_answers: Remembered[object] = Remembered()


def remembered(request: HttpRequest, key: str, read: Callable[[], Value]) -> Value:
    """What `read()` tells of public facts, asked anew only after a change. `key` must be one of few."""
    of = generation_for(request)
    known = _answers.get(key, of)
    if known is None:
        known = read()
        _answers.put(key, of, known)
    return known  # type: ignore[return-value]


def generation_for(request: HttpRequest) -> int:
    """The generation at the beginning of the request's work; it is asked of the database once."""
    known = request.__dict__
    if "public_generation" not in known:
        known["public_generation"] = generation()
    return int(known["public_generation"])
