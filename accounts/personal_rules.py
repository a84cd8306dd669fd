"""Rules that hold for everybody, superusers too: what somebody wrote in confidence no right opens."""

from typing import Any

import rules

_names: set[str] = set()


def add_personal_rule(name: str, predicate: Any) -> None:
    """Like `rules.add_perm`; without it Django answers yes to every question about a superuser."""
    rules.add_perm(name, predicate)
    _names.add(name)


def is_personal(name: str) -> bool:
    return name in _names
