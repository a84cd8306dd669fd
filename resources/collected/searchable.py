"""What can be found of collections: published ones, by their words and the sentences that visitors read."""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from resources.models import Collected, Collection, Practice
from search import audiences
from search.searchable import Searchable, SearchDocumentData


class CollectionSearchable(Searchable):
    """A collection. Registered in resources.apps."""

    model = Collection
    kind = "collection"
    label = _("Collection")
    plural = _("Collections")
    dated = False

    def queryset(self) -> QuerySet[Any]:
        return Collection.objects.prefetch_related("rows__practice")

    def document(self, collection: Collection) -> SearchDocumentData | None:
        """None while editors still work on it."""
        if not collection.published:
            return None
        sentences = [row.sentence for row in collection.rows.all() if row.practice.is_published]
        return SearchDocumentData(
            title=collection.title,
            summary=collection.introduction,
            body="\n".join(filter(None, sentences)),
            url=collection.get_absolute_url(),
            audience=[audiences.PUBLIC],
            date=collection.created_at,
            language="nl",
            data={"slug": collection.slug},
        )


def refresh_collections_with(sender: type[Practice], instance: Practice, **kwargs: Any) -> None:
    """What is said of a practice is found as long as the practice is."""
    if instance.revises_id is None:
        _refresh(Collection.objects.filter(rows__practice=instance))


def refresh_collection_of(sender: type[Collected], instance: Collected, **kwargs: Any) -> None:
    """Rows are saved, and removed, after their collection; with it they go without it."""
    _refresh(Collection.objects.filter(pk=instance.collection_id))


def _refresh(collections: Iterable[Collection]) -> None:
    from search.services import refresh_many

    refresh_many(collections)
