"""Who assesses a theme: proposed with reasons, given by the coordinator, the same from start to end (DOMAIN.md 3a)."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from core.errors import InvalidInput, NotAllowed
from core.texts import checked_text
from networks.walltime import can_be_planned
from validation.assessing.fitness import Proposal, proposals_for
from validation.errors import AssessmentClosed, NotFitToAssess, NotPaidYet, StepImpossible
from validation.models import CaseEvent, CaseRole, CaseTheme, Deadline, Decision, ProgrammeVersion
from validation.news import assessing as news
from validation.news import course
from validation.services.deadlines import meet_deadlines, put_off, set_step_deadline
from validation.services.fees import waits_for_payment
from validation.services.moving import lock_case, move_theme
from validation.services.noting import note
from validation.services.submitting import latest_submission
from validation.states import Route, ThemeState

Role = CaseRole.Role
ASSESS = "assess"


def assessors_wanted(version: ProgrammeVersion) -> int:
    """How many assess what was handed in, by the rules of the version."""
    if version.programme.route == Route.INTAKE:
        return version.assessors_admitting
    return version.assessors_per_theme


def propose_assessors(*, theme: CaseTheme, by: User) -> list[Proposal]:
    """Who may assess the theme, the best fit first, each with reasons. Raises NotAllowed."""
    if not by.has_perm("validation.coordinate_case", theme.case):
        raise NotAllowed
    return proposals_for(theme)


@transaction.atomic
def assign_assessors(*, theme: CaseTheme, by: User, people: Sequence[User], reason: str = "") -> list[CaseRole]:
    """Give the theme to these assessors, who hear of it; the assessing begins.

    reason: needed where something stands against one of them, and where an earlier assessor of the theme is replaced.
    Raises NotAllowed, StepImpossible, AssessmentClosed once all assessments are in, NotPaidYet,
    NotFitToAssess.
    """
    row = _to_assign(theme, by)
    if row.state not in (ThemeState.SUBMITTED, ThemeState.ASSESSING):
        raise StepImpossible
    if _decision_of(row) is not None:
        raise AssessmentClosed
    if row.state == ThemeState.SUBMITTED and waits_for_payment(row):
        raise NotPaidYet
    wanted = assessors_wanted(row.case.version)
    if len({it.pk for it in people}) != len(people):
        raise NotFitToAssess(errors={"people": [_("Choose different people: one person never assesses twice.")]})
    if len(people) != wanted:
        raise NotFitToAssess(errors={"people": [_("Choose %(number)s assessors.") % {"number": wanted}]})
    earlier = row.roles.running().assessing()
    replaced = earlier.exclude(person__in=people)
    text = _checked(row, people, reason, replaces=replaced.exists())
    replaced.update(ended_at=timezone.now())
    roles = [_give(row, it, Role.ASSESSOR, by, text) for it in people]
    if row.state == ThemeState.SUBMITTED:
        move_theme(theme=row, step="start_assessing", by=by)
        theme.state = row.state
    _set_deadlines(row, people)
    return roles


@transaction.atomic
def assign_third_assessor(*, theme: CaseTheme, by: User, person: User, reason: str = "") -> CaseRole:
    """Give the theme to a third assessor too, when the assessors asked for one.

    Raises NotAllowed, AssessmentClosed, NotFitToAssess.
    """
    row = _to_assign(theme, by)
    decision = _decision_of(row)
    running = row.roles.running().assessing()
    if decision is None or decision.third_asked_at is None or decision.decided_at:
        raise AssessmentClosed
    if running.filter(role=Role.THIRD_ASSESSOR).exists():
        raise AssessmentClosed
    if row.roles.assessing().filter(person=person).exists():
        raise NotFitToAssess(errors={"people": [_("This person assessed the theme already.")]})
    text = _checked(row, [person], reason, replaces=False)
    role = _give(row, person, Role.THIRD_ASSESSOR, by, text)
    note(row.case, "assessing.third", theme=row, by=by, audience=CaseEvent.Audience.STAFF)
    _set_deadlines(row, [person])
    return role


def deadlines_to_assess(theme: CaseTheme) -> dict[int, Deadline]:
    """Until when each assessor of the theme has or had, by the id of the person; the newest of each."""
    running = theme.roles.running().assessing().values("person")
    rows = theme.deadlines.filter(kind=ASSESS, person__in=running).order_by("pk")
    return {it.person_id: it for it in rows}


@transaction.atomic
def give_more_time_to_assess(*, theme: CaseTheme, by: User, due_at: datetime, reason: str) -> None:
    """Put off until when a theme is assessed, with a reason that its assessors read.

    For all of them at once, also for who is done: otherwise it would tell the coordinator who is not.
    Raises NotAllowed, StepImpossible while nobody assesses, InvalidInput.
    """
    row = _to_assign(theme, by)
    deadlines = deadlines_to_assess(row)
    if row.state != ThemeState.ASSESSING or not deadlines:
        raise StepImpossible
    text = checked_text("reason", reason)
    latest = max(timezone.now(), *(it.due_at for it in deadlines.values()))
    if due_at <= latest or not can_be_planned(due_at):
        raise InvalidInput(errors={"due_at": [_("Choose a later moment than the present one.")]})
    for deadline in deadlines.values():
        put_off(deadline, by=by, due_at=due_at, reason=text)
    facts = {"deadline": ASSESS, "due_at": due_at, "reason": text}
    note(row.case, "deadline.extend", theme=row, by=by, audience=CaseEvent.Audience.STAFF, **facts)
    open_ones = row.deadlines.filter(kind=ASSESS, met_at=None)
    for deadline in open_ones.select_related("person", "theme", "case__version__programme"):
        course.extended(deadline, text)


def _to_assign(theme: CaseTheme, by: User) -> CaseTheme:
    case = lock_case(theme.case)
    if not by.has_perm("validation.coordinate_case", case):
        raise NotAllowed
    if not case.moves:
        raise StepImpossible
    row = CaseTheme.objects.select_related("theme").get(pk=theme.pk)
    row.case = case
    return row


def _decision_of(row: CaseTheme) -> Decision | None:
    return Decision.objects.filter(submission=latest_submission(row)).first()


def _checked(row: CaseTheme, people: Sequence[User], reason: str, *, replaces: bool) -> str:
    """The reason, where one is needed. Raises NotFitToAssess, InvalidInput."""
    proposals = {it.person.pk: it for it in proposals_for(row)}
    if any(it.pk not in proposals for it in people):
        raise NotFitToAssess(errors={"people": [_("Choose people who are assessors in this programme.")]})
    given = {it.pk for it in people if proposals[it.pk].assesses}
    against = [it for it in people if it.pk not in given and proposals[it.pk].against]
    if not reason.strip() and (against or replaces):
        told = [
            f"{it.name}: {sentence}"  # who it is about, and what
            for it in against
            for sentence in proposals[it.pk].against
        ]
        if replaces:
            told.append(_("A theme keeps its assessors from start to end."))
        raise NotFitToAssess(errors={"reason": [*told, _("Say why you choose so all the same.")]})
    return checked_text("reason", reason, needed=False)


def _give(row: CaseTheme, person: User, role: Role, by: User, reason: str) -> CaseRole:
    which = {"case": row.case, "theme": row, "person": person, "role": role, "ended_at": None}
    return CaseRole.objects.get_or_create(**which, defaults={"given_by": by, "reason": reason})[0]


def _set_deadlines(row: CaseTheme, people: Sequence[User]) -> None:
    """Each has so long as the version says; who does not assess any more is reminded of nothing."""
    running = row.roles.running().assessing().values_list("person", flat=True)
    for deadline in row.deadlines.filter(kind=ASSESS, met_at=None).exclude(person__in=running).select_related("person"):
        meet_deadlines(case=row.case, kind=ASSESS, theme=row, person=deadline.person)
    known = set(row.deadlines.filter(kind=ASSESS, met_at=None).values_list("person", flat=True))
    submission = latest_submission(row)
    if submission is None:
        raise StepImpossible
    done = set(submission.assessments.exclude(handed_in_at=None).values_list("assessor", flat=True))
    for person in people:
        if person.pk not in known | done:
            given = set_step_deadline(case=row.case, person=person, step=ASSESS, theme=row)
            news.asked(submission, person, given)
