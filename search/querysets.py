from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Self

from django.apps import apps
from django.db import models
from django.db.models import Q


class FacetSetQuerySet(models.QuerySet[Any]):
    def fitting(self, selection: Mapping[str, Sequence[str]]) -> Self:
        """Sets that have, for every facet named, one of the values chosen."""
        sets = self
        for facet, values in selection.items():
            chosen = apps.get_model("search", "FacetValue").objects.filter(facet=facet, value__in=values)
            sets = sets.filter(pk__in=chosen.values("facet_set"))
        return sets


class SearchDocumentQuerySet(models.QuerySet[Any]):
    def live(self) -> Self:
        return self.filter(live=True)

    def for_audience(self, tokens: Iterable[str]) -> Self:
        """Documents that somebody with these audience tokens may see."""
        allowed = apps.get_model("search", "AudienceToken").objects.filter(token__in=sorted(tokens))
        return self.filter(audience_set__in=allowed.values("audience_set"))

    def public(self) -> Self:
        """What everybody may see, visitors included."""
        return self.live().for_audience({"public"})

    def texts(self) -> Iterator[tuple[str, ...]]:
        """Title, summary and body of each."""
        return self.values_list("title", "summary", "body").iterator(chunk_size=500)

    def of_kinds(self, kinds: Sequence[str]) -> Self:
        return self.filter(kind__in=kinds)

    def readable_in(self, language: str, *, per_language: Sequence[str]) -> Self:
        """Of kinds that exist once per language only those in this one; everything else as it is."""
        if not per_language:
            return self
        return self.filter(~Q(kind__in=per_language) | Q(language__in=["", language]))

    def after(self, seq: int) -> Self:
        return self.filter(seq__gt=seq).order_by("seq")
