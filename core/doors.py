"""What doors share: the row that somebody asks for is there for them, or it is not found."""

from typing import Any, TypeVar

from django.db.models import Model, QuerySet

from core.errors import NotFound

Row = TypeVar("Row", bound=Model)


def found_in(rows: QuerySet[Row, Any]) -> Row:
    """The first of these rows. Raises NotFound when there is none."""
    row = rows.first()
    if row is None:
        raise NotFound
    return row
