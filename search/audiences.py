"""Whose audience tokens a reader holds. Apps add theirs in AppConfig.ready()."""

from collections.abc import Callable, Iterable
from typing import Any

Source = Callable[[Any], Iterable[str]]

PUBLIC, SIGNED_IN, STAFF = "public", "signed-in", "staff"
_sources: list[Source] = []


def register(source: Source) -> None:
    """Add a function from a user (never a visitor) to tokens, such as {"network:7"}."""
    if source not in _sources:
        _sources.append(source)


def unregister(source: Source) -> None:
    _sources.remove(source)


def tokens_of(user: Any) -> frozenset[str]:
    """Everything this reader may see the documents of. Costs what the registered functions cost, per search."""
    tokens = {PUBLIC}
    if user is not None and user.is_authenticated and user.is_active:
        tokens |= {SIGNED_IN, f"person:{user.pk}"} | ({STAFF} if user.is_staff else set())
        tokens |= {f"group:{pk}" for pk in user.groups.values_list("pk", flat=True)}
        for source in _sources:
            tokens.update(source(user))
    return frozenset(tokens)
