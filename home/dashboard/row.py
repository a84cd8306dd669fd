"""One row of what waits: the same columns for every kind, so that all kinds are one query."""

from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import F, IntegerField, QuerySet, TextField, Value
from django.db.models.functions import Cast, Coalesce


class Waiting(NamedTuple):
    """One thing of this kind. number: how many of them this row stands for, or what the kind says; slug: of the
    network or the practice that the address needs; since: when it began to wait, or until when it may."""

    kind: str
    pk: int
    number: int
    title: str
    where: str
    slug: str
    since: datetime | None


def row_of(
    found: QuerySet[Any],
    kind: str,
    *,
    pk: Any = "pk",
    number: Any = 1,
    title: Any = "",
    where: Any = "network__title",
    slug: Any = "network__slug",
    since: Any,
) -> QuerySet[Any, Any]:
    """pk, where, slug: fields; number, title and since: fields or expressions."""
    return found.order_by().values_list(
        Value(kind, TextField()),
        F(pk) if isinstance(pk, str) else pk,
        Value(number, IntegerField()) if isinstance(number, int) else number,
        Cast(title, TextField()) if title else Value("", TextField()),
        Cast(Coalesce(F(where), Value("")), TextField()) if where else Value("", TextField()),
        Cast(F(slug), TextField()) if slug else Value("", TextField()),
        F(since) if isinstance(since, str) else since,
    )
