"""Lists of editorial pages, in the order in which visitors read them."""

from typing import Self

from django.db.models import Case, F, IntegerField, Value, When
from wagtail.models import PageManager, PageQuerySet

from networks.models import Status

# What one can still sign up for comes first.
STATUS_ORDER = (Status.OPEN, Status.LAST_PLACES, Status.ANNOUNCED, Status.FULL, Status.CLOSED)


class NewsQuerySet(PageQuerySet):
    def newest_first(self) -> Self:
        """By date, with what an overview shows."""
        return self.select_related("picture").prefetch_related("picture__renditions").order_by("-date", "-pk")


class OfferQuerySet(PageQuerySet):
    def soonest_first(self) -> Self:
        """What is open first, then by start; what has no start yet comes last of its kind."""
        ranks = [When(status=status, then=Value(rank)) for rank, status in enumerate(STATUS_ORDER)]
        rank = Case(*ranks, default=Value(len(ranks)), output_field=IntegerField())
        return self.order_by(rank, F("starts_on").asc(nulls_last=True), "title")


NewsManager = PageManager.from_queryset(NewsQuerySet)
OfferManager = PageManager.from_queryset(OfferQuerySet)
