from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import Exists, OuterRef, Prefetch, Q
from django.utils import timezone

from networks.policies import is_manager
from validation.states import AT_REST, BEING_VALIDATED, BEING_WRITTEN, STANDING_STILL

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

    def takes_evidence_of(self, person: "User") -> Self:
        """The person's own that are being written, in programmes that ask for evidence."""
        from validation.models import Requirement

        asked = Requirement.objects.filter(version=OuterRef("case__version"), kind=Requirement.Kind.EVIDENCE_MIN)
        running = self.filter(case__person=person, state__in=BEING_WRITTEN).exclude(case__state__in=STANDING_STILL)
        return running.filter(Exists(asked))


class CaseRoleQuerySet(models.QuerySet[Any]):
    def running(self) -> Self:
        return self.filter(ended_at=None)

    def assessing(self) -> Self:
        return self.filter(role__in=[self.model.Role.ASSESSOR, self.model.Role.THIRD_ASSESSOR])


class CaseEventQuerySet(models.QuerySet[Any]):
    def told_to(self, audiences: "frozenset[str]") -> Self:
        return self.filter(audience__in=audiences)


class DueQuerySet(models.QuerySet[Any]):
    def coordinated_by(self, user: "User | AnonymousUser") -> Self:
        """Of others, in the programmes that the person coordinates."""
        from validation.models import Programme

        programmes = Programme.objects.coordinated_by(user).values("pk")
        return self.filter(case__version__programme__in=programmes).exclude(case__person=user.pk)

    def standing(self, standing: str) -> Self:
        """As `Due.standing` tells it."""
        waived, invoiced = ~Q(waived_reason=""), Q(invoiced_on__isnull=False) | ~Q(invoice_number="")
        owed = ~waived & Q(paid_on=None)
        found = {
            "waived": waived,
            "paid": ~waived & Q(paid_on__isnull=False),
            "invoiced": owed & invoiced,
            "open": owed & ~invoiced,
        }
        return self.filter(found[standing])

    def owed(self) -> Self:
        """Neither paid nor waived."""
        return self.filter(waived_reason="", paid_on=None)

    def with_facts(self) -> Self:
        """What lists show, in a fixed number of queries."""
        return self.select_related("theme__theme", "case__person", "case__school", "case__version__programme")


class DeadlineQuerySet(models.QuerySet[Any]):
    def open(self) -> Self:
        """Not met, of cases and themes that go on."""
        going_on = self.exclude(case__state__in=STANDING_STILL).exclude(theme__state__in=AT_REST)
        return going_on.filter(met_at=None)


class SealedQuerySet(models.QuerySet[Any]):
    """Rows of assessors about a submission, each sealed until all assessments are in."""

    author = "assessor"

    def readable_by(self, reader: "User | AnonymousUser") -> Self:
        """The reader's own rows; those of fellow assessors once both handed in and all are in.

        Nobody else reads any, the coordinator neither. Who took no part when it was opened is not a fellow.
        """
        from validation.models import Assessment, CaseRole, Decision

        if not reader.is_authenticated or not reader.is_active:
            return self.none()
        of_same = {"submission": OuterRef("submission")}
        roles = CaseRole.objects.assessing().filter(theme=OuterRef("submission__theme"))
        opened = Decision.objects.filter(**of_same)
        took_part = roles.filter(person=OuterRef(self.author)).filter(
            Q(ended_at=None) | Q(ended_at__gt=OuterRef("submission__decision__opened_at"))
        )
        handed_in = Assessment.objects.filter(**of_same).exclude(handed_in_at=None)
        fellow = (
            Q(Exists(opened))
            & Q(Exists(took_part))
            & Q(Exists(handed_in.filter(assessor=reader)))
            & Q(Exists(handed_in.filter(assessor=OuterRef(self.author))))
        )
        assesses = Exists(roles.running().filter(person=reader))
        return self.filter(assesses).filter(Q(**{self.author: reader}) | fellow)


class AssessmentQuerySet(SealedQuerySet):
    pass


class AssessorNoteQuerySet(SealedQuerySet):
    author = "author"


class TalkQuerySet(models.QuerySet[Any]):
    def planned(self) -> Self:
        return self.filter(state=self.model.State.PLANNED)

    def with_people(self) -> Self:
        """What news, calendars and pages tell of a talk, in a fixed number of queries."""
        case = ("case__person", "case__school", "case__version__programme")
        return self.select_related(*case).prefetch_related("assessors", "about__theme__theme")

    def overlapping(self, starts_at: Any, ends_at: Any) -> Self:
        """Those that are planned for some of this time."""
        return self.planned().filter(starts_at__lt=ends_at, ends_at__gt=starts_at)


class SlotQuerySet(models.QuerySet[Any]):
    def free(self) -> Self:
        """To come, not withdrawn, not taken, and none of its assessors has another talk then."""
        from validation.models import Talk

        taken = Talk.objects.filter(slot=OuterRef("pk")).exclude(state=Talk.State.CANCELLED)
        busy = Talk.objects.overlapping(OuterRef("starts_at"), OuterRef("ends_at")).filter(
            assessors__in=self.model.assessors.through.objects.filter(talkslot=OuterRef(OuterRef("pk"))).values("user")
        )
        return self.filter(~Exists(taken), ~Exists(busy), withdrawn_at=None, starts_at__gt=timezone.now())


class TalkNoteQuerySet(models.QuerySet[Any]):
    def readable_by(self, reader: "User | AnonymousUser") -> Self:
        """The reader's own notes, while the reader assesses the theme; nobody else reads any."""
        from validation.models import CaseRole

        if not reader.is_authenticated or not reader.is_active:
            return self.none()
        roles = CaseRole.objects.running().assessing().filter(theme=OuterRef("about__theme"), person=reader)
        return self.filter(Exists(roles), assessor=reader)
