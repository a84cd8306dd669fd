"""Bringing the rows of changed objects up to date."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db import models

from search import table, tasks
from search.models import SearchNumber
from search.searchable import Searchable, for_model


def refresh(obj: models.Model) -> None:
    """Bring the object's row up to date, in the present transaction.

    Saving and deleting do this by themselves; call it after changes elsewhere that the document shows: tags, many to
    many relations, a related object.
    """
    refresh_many([obj])


def refresh_many(objs: Iterable[models.Model]) -> None:
    """The same for several objects, of one model or more."""
    ids: dict[type[models.Model], list[Any]] = defaultdict(list)
    for obj in objs:
        ids[type(obj)].append(obj.pk)
    for model, pks in ids.items():
        for searchable in for_model(model):
            refresh_ids(searchable, pks)


def stored_numbers(kind: str, name: str) -> dict[str, int]:
    """By object (its primary key as text) the number of this name that its row has; those with 0 are left out."""
    found = SearchNumber.objects.filter(document__kind=kind, name=name)
    return dict(found.values_list("document__object_id", "value"))


def refresh_ids(searchable: Searchable, pks: Iterable[object]) -> int:
    """Bring these objects' rows of one kind up to date. Returns how many rows changed."""
    changed = table.write(searchable, pks)
    if changed:
        tasks.sync_on_commit()
    return changed
