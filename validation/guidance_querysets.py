"""Which intakes and progress talks somebody may know of, and whose reports somebody reads."""

from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import Exists, OuterRef, Q

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from accounts.models import User


class GuidanceQuerySet(models.QuerySet[Any]):
    def planned(self) -> Self:
        return self.filter(state=self.model.State.PLANNED)

    def of(self, person: Any) -> Self:
        """Those that the person takes part in, as participant or as host, and that were not called off."""
        return self.exclude(state=self.model.State.CANCELLED).filter(Q(case__person=person) | Q(host=person))

    def visible_to(self, user: "User | AnonymousUser") -> Self:
        """Of who takes part, and of who coordinates the programme."""
        from validation.models import Programme

        if not user.is_authenticated or not user.is_active:
            return self.none()
        coordinated = Programme.objects.coordinated_by(user).values("pk")
        return self.filter(Q(case__person=user) | Q(host=user) | Q(case__version__programme__in=coordinated))

    def with_people(self) -> Self:
        """What news, calendars and pages tell of a talk, in a fixed number of queries."""
        return self.select_related("case__person", "case__school", "case__version__programme", "host")

    def overlapping(self, starts_at: Any, ends_at: Any) -> Self:
        """Those that are planned for some of this time."""
        return self.planned().filter(starts_at__lt=ends_at, ends_at__gt=starts_at)


class ReportQuerySet(models.QuerySet[Any]):
    def readable_by(self, reader: "User | AnonymousUser") -> Self:
        """For the participant, who held the talk, and the coach of the case; nobody else reads any.

        The assessors of the portfolio do not read what was estimated, unless one of them held the intake.
        """
        from validation.models import CaseRole

        if not reader.is_authenticated or not reader.is_active:
            return self.none()
        coaches = CaseRole.objects.running().filter(
            case=OuterRef("talk__case"), person=reader, role=CaseRole.Role.COACH
        )
        return self.filter(Q(talk__case__person=reader) | Q(talk__host=reader) | Exists(coaches))
