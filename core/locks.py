"""Rows that are locked before they change."""

from typing import Any

from django.db.models import QuerySet

from core.errors import NotFound


def still_there(rows: QuerySet[Any], pk: Any) -> Any:
    """The row with this id, as it is now. rows: the query that locks it. Raises NotFound when it went meanwhile."""
    row = rows.filter(pk=pk).first()
    if row is None:
        raise NotFound
    return row
