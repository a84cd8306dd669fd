from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import Exists, OuterRef, Prefetch, Q
from django.utils import timezone

from networks.policies import is_manager
from validation.states import BEING_VALIDATED, STANDING_STILL

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from accounts.models import User


class ProgrammeQuerySet(models.QuerySet[Any]):
    def published(self) -> Self:
        """Those with rules that hold: everybody may read them."""
        from validation.models import ProgrammeVersion

        return self.filter(Exists(ProgrammeVersion.objects.published().filter(programme=OuterRef("pk"))))

    def coordinated_by(self, user: "User | AnonymousUser") -> Self:
        """Those in which the person decides who does what."""
        from validation.models import ProgrammeRole

        if not user.is_authenticated:
            return self.none()
        if is_manager(user):
            return self.all()
        roles = ProgrammeRole.objects.running().filter(person=user, role=ProgrammeRole.Role.COORDINATOR)
        return self.filter(pk__in=roles.values("programme"))

    def visible_to(self, user: "User | AnonymousUser") -> Self:
        return self.filter(Q(pk__in=self.model.objects.published()) | Q(pk__in=self.coordinated_by(user).values("pk")))


class VersionQuerySet(models.QuerySet[Any]):
    def published(self) -> Self:
        return self.exclude(published_at=None)

    def newest_first(self) -> Self:
        return self.order_by("-number")

    def with_rules(self) -> Self:
        """Everything that pages show of a version, in a fixed number of queries."""
        from validation.models import Theme

        themes = Theme.objects.prefetch_related("competencies")
        return self.select_related("programme").prefetch_related(
            Prefetch("themes", themes), "sections", "requirements", "fees", "steps"
        )


class ProgrammeRoleQuerySet(models.QuerySet[Any]):
    def running(self) -> Self:
        """Those that have begun and not ended."""
        today = timezone.localdate()
        return self.filter(Q(ended_on=None) | Q(ended_on__gt=today), since__lte=today, person__is_active=True)


class CaseQuerySet(models.QuerySet[Any]):
    def running(self) -> Self:
        """Neither paused, withdrawn nor at an end."""
        return self.exclude(state__in=STANDING_STILL)

    def visible_to(self, user: "User | AnonymousUser") -> Self:
        """Cases in which the person has a part: the own ones, those of the own programmes, and those given to them."""
        from validation.models import CaseRole, Programme

        if not user.is_authenticated or not user.is_active:
            return self.none()
        given = CaseRole.objects.running().filter(person=user).values("case")
        coordinated = Programme.objects.coordinated_by(user).values("pk")
        return self.filter(Q(person=user) | Q(pk__in=given) | Q(version__programme__in=coordinated))

    def with_facts(self) -> Self:
        """What lists show of a case, in a fixed number of queries."""
        return self.select_related("person", "school", "version__programme").prefetch_related("themes__theme")


class CaseThemeQuerySet(models.QuerySet[Any]):
    def being_validated(self) -> Self:
        """Those that count when no more than so many are validated at the same time."""
        return self.filter(state__in=BEING_VALIDATED)


class CaseRoleQuerySet(models.QuerySet[Any]):
    def running(self) -> Self:
        return self.filter(ended_at=None)

    def assessing(self) -> Self:
        return self.filter(role__in=[self.model.Role.ASSESSOR, self.model.Role.THIRD_ASSESSOR])


class CaseEventQuerySet(models.QuerySet[Any]):
    def told_to(self, audiences: "frozenset[str]") -> Self:
        return self.filter(audience__in=audiences)


class DeadlineQuerySet(models.QuerySet[Any]):
    def open(self) -> Self:
        """Not met, of cases that go on."""
        return self.filter(met_at=None).exclude(case__state__in=STANDING_STILL)
