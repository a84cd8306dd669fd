"""Which 360° scans somebody may know of."""

from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import Exists, OuterRef, Q

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from accounts.models import User


class ScanQuerySet(models.QuerySet[Any]):
    def closed(self) -> Self:
        return self.exclude(closed_at=None)

    def visible_to(self, user: "User | AnonymousUser") -> Self:
        """Closed ones: the person's own, and of cases that the person coaches or assesses a theme of."""
        from validation.models import CaseRole

        if not user.is_authenticated or not user.is_active:
            return self.none()
        Role = CaseRole.Role
        roles = CaseRole.objects.running().filter(case=OuterRef("case"), person=user)
        given = roles.filter(role__in=[Role.COACH, Role.ASSESSOR, Role.THIRD_ASSESSOR])
        return self.closed().filter(Q(case__person=user) | Exists(given))
