"""A list that is written as a whole: rows with their id stay and change, those without come new, the others go."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.db.models import Model
from django.utils.translation import gettext as _

from core.errors import InvalidInput, NotFound
from core.texts import unstorable

Row = TypeVar("Row", bound=Model)
Errors = dict[str, list[str]]


def rewritten(
    found: Iterable[Row], wanted: Sequence[Mapping[str, Any]], *, field: str, most: int, new: Callable[[], Row]
) -> tuple[list[Row], list[Row]]:
    """The rows as they are wanted, in that order and not stored yet, and those that go.

    wanted: facts of each, with its `id` when it is there already. Raises InvalidInput, which names `field.2.title`.
    """
    if len(wanted) > most:
        raise InvalidInput(errors={field: [_("At most %(number)s rows.") % {"number": most}]})
    there = {row.pk: row for row in found}
    rows: list[Row] = []
    errors: Errors = {}
    for number, facts in enumerate(wanted):
        pk = facts.get("id")
        row = there.pop(pk, None) if pk else new()
        if row is None:
            errors[f"{field}.{number}.id"] = [str(NotFound.message)]
        else:
            rows.append(row)
            errors |= {f"{field}.{number}.{name}": said for name, said in _fill(row, facts).items()}
    if errors:
        raise InvalidInput(errors=errors)
    return rows, list(there.values())


def normal(text: str) -> str:
    """The text with the ends of lines as one sort, so that it is the same whoever sends it."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def _fill(row: Model, facts: Mapping[str, Any]) -> Errors:
    """Write the facts into the row; what cannot be, by field."""
    errors: Errors = {}
    for name, value in facts.items():
        if name == "id":
            continue
        if isinstance(value, str):
            value = normal(value)
            if problem := unstorable(value):
                errors[name] = [problem]
        setattr(row, name, value)
    untouched = [it.name for it in row._meta.fields if it.name not in facts or it.is_relation]
    try:
        row.clean_fields(exclude=untouched)
    except ValidationError as error:
        errors |= error.message_dict
    return errors
