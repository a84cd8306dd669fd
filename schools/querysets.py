from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import Q
from django.utils import timezone

if TYPE_CHECKING:
    from accounts.models import User


class EmploymentQuerySet(models.QuerySet[Any]):
    def running(self) -> Self:
        """Employments that have not ended before today."""
        return self.filter(Q(ended_on=None) | Q(ended_on__gte=timezone.localdate()))


class SchoolQuerySet(models.QuerySet[Any]):
    def of(self, person: "User") -> Self:
        """The schools where the person works now."""
        from schools.models import Employment

        return self.filter(pk__in=Employment.objects.running().filter(person=person).values("school"))
