from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

if TYPE_CHECKING:
    from accounts.models import User

MOST_WORDS = 8


class EmploymentQuerySet(models.QuerySet[Any]):
    def running(self) -> Self:
        """Employments that have not ended."""
        return self.filter(Q(ended_on=None) | Q(ended_on__gt=timezone.localdate()))

    def primary_first(self) -> Self:
        return self.order_by("-primary", "school__name", "pk")


class SchoolQuerySet(models.QuerySet[Any]):
    def of(self, person: "User") -> Self:
        """The schools where the person works now, the primary one first."""
        from schools.models import Employment

        running = Employment.objects.running().filter(person=person)
        primary = Exists(running.filter(school=OuterRef("pk"), primary=True))
        return self.filter(pk__in=running.values("school")).order_by(primary.desc(), "name", "place", "pk")

    def matching(self, text: str) -> Self:
        """Schools of which BRIN, name, place or board holds every word; none without a word."""
        words = text.replace("\x00", " ").split()[:MOST_WORDS]
        found = self if words else self.none()
        for word in words:
            found = found.filter(
                Q(brin__istartswith=word)
                | Q(name__icontains=word)
                | Q(place__icontains=word)
                | Q(board__name__icontains=word)
            )
        return found
