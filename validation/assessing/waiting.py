"""What assessing asks of one person now, as rows for `/mijn/`; nothing tells how far somebody else is."""

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from accounts.models import User
from validation.coordinating import FIND_THIRD, with_what_they_ask
from validation.models import (
    Assessment,
    CaseRole,
    CaseTheme,
    Consent,
    Deadline,
    Decision,
    ProgrammeRole,
    Submission,
)
from validation.services.assigning import ASSESS
from validation.states import STANDING_STILL, ThemeState

Role = ProgrammeRole.Role


def to_assess(person: User) -> QuerySet[CaseRole]:
    """Themes of which the person has not handed in an assessment. submission: its id; until: the own last day."""
    newest = Submission.objects.filter(theme=OuterRef("theme"), taken_back_at=None).order_by("-number")
    last_day = Deadline.objects.filter(theme=OuterRef("theme"), person=person, kind=ASSESS, met_at=None)
    done = Assessment.objects.filter(submission=OuterRef("submission"), assessor=person).exclude(handed_in_at=None)
    roles = CaseRole.objects.running().assessing().filter(person=person, theme__state=ThemeState.ASSESSING)
    going_on = roles.exclude(theme__case__state__in=STANDING_STILL)
    return going_on.annotate(
        submission=Subquery(newest.values("pk")[:1]), until=Subquery(last_day.values("due_at")[:1])
    ).filter(~Exists(done))


def to_decide(person: User) -> QuerySet[Decision]:
    """Those in which the person may propose or agree, and did neither."""
    of_theme = {"theme": OuterRef("submission__theme")}
    roles = CaseRole.objects.running().assessing().filter(**of_theme)
    done = Assessment.objects.filter(submission=OuterRef("submission")).exclude(handed_in_at=None)
    thirds = CaseRole.objects.running().filter(role=CaseRole.Role.THIRD_ASSESSOR, theme=OuterRef("submission__theme"))
    third = done.filter(Exists(thirds.filter(person=OuterRef("assessor"))))
    agreed = Consent.objects.filter(decision=OuterRef("pk"), assessor=person)
    rows = Decision.objects.filter(decided_at=None, submission__theme__state=ThemeState.ASSESSING)
    return rows.exclude(submission__theme__case__state__in=STANDING_STILL).filter(
        Q(third_asked_at=None) | Q(Exists(third)),
        Exists(roles.filter(person=person)),
        Exists(done.filter(assessor=person)),
        ~Exists(agreed),
    )


def to_coordinate(person: User) -> QuerySet[CaseTheme]:
    """Themes that want assessors, or a third one, in the programmes that the person was given to coordinate."""
    given = ProgrammeRole.objects.running().filter(person=person, role=Role.COORDINATOR).values("programme")
    themes = CaseTheme.objects.filter(case__version__programme__in=given).exclude(case__person=person)
    asking: QuerySet[Any] = with_what_they_ask(themes)
    return CaseTheme.objects.filter(pk__in=asking.filter(asks__lte=FIND_THIRD).values("pk"))


def own_tasks(person: User) -> QuerySet[ProgrammeRole]:
    """Where the person assesses, coordinates or guides dialogues."""
    return ProgrammeRole.objects.running().filter(
        person=person, role__in=[Role.ASSESSOR, Role.COACH, Role.COORDINATOR, Role.FACILITATOR]
    )
