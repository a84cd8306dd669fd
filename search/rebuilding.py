"""Brings the whole table in step with the objects, for changes that passed the signals by."""

from collections.abc import Iterator

from core import page_cache
from search import table
from search.models import SearchDocument
from search.searchable import registered


def refresh_everything() -> Iterator[tuple[str, int]]:
    """Refresh all rows, kind by kind, in short transactions. Yields each kind and how many of its rows changed.

    Rows of kinds that nobody registers any more become tombstones.
    """
    for searchable in registered():
        there = map(str, searchable.queryset().values_list("pk", flat=True))
        yield searchable.kind, table.write(searchable, [*there, *table.object_ids_of(searchable.kind)])
    known = [searchable.kind for searchable in registered()]
    for kind in SearchDocument.objects.live().exclude(kind__in=known).values_list("kind", flat=True).distinct():
        yield kind, table.forget(kind)
    table.forget_unused_sets()
    table.recount_words()
    page_cache.changed()
