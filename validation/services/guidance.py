"""Planning the intake and progress talks of a case, moving them and calling them off (DOMAIN.md 3c)."""

from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from accounts.models import User
from core.errors import InvalidInput, NotAllowed
from core.texts import checked_text
from validation.errors import StepImpossible, TalkNotOpen
from validation.guidance.reading import hosts_of
from validation.models import Case, CaseRole, GuidanceTalk
from validation.news import guidance as news
from validation.services.deadlines import meet_deadlines
from validation.services.moving import lock_case, move_case
from validation.services.noting import note
from validation.services.talks import Spot, check_moments, check_nobody_is_busy
from validation.states import CaseState, Route

INTAKE = "intake"  # the step of a version, and the kind of its deadline
REMIND_BEFORE = timedelta(days=2)
SHORTEST, LONGEST = 15, 240  # minutes
Kind = GuidanceTalk.Kind
ROLE_OF_HOST = {Kind.INTAKE: CaseRole.Role.INTAKE_ASSESSOR, Kind.PROGRESS: CaseRole.Role.COACH}
WHEN = {Kind.INTAKE: CaseState.APPLIED, Kind.PROGRESS: CaseState.RUNNING}


@transaction.atomic
def plan_guidance(
    *, case: Case, by: User, kind: str, host: User, starts_at: datetime, minutes: int, spot: Spot
) -> GuidanceTalk:
    """The coordinator plans the intake with an assessor, or a progress talk with a coach; the same twice is once.

    Raises NotAllowed, StepImpossible, AssessorBusy, InvalidInput.
    """
    row = lock_case(case)
    if not by.has_perm("validation.coordinate_case", row):
        raise NotAllowed
    earlier = row.guidance_talks.planned().filter(kind=kind).first()
    if earlier and (earlier.host_id, earlier.starts_at) == (host.pk, starts_at):
        return earlier
    if earlier or row.route != Route.INTAKE or row.state != WHEN[Kind(kind)]:
        raise StepImpossible
    _check(row, kind, host, starts_at, minutes, spot)
    ends_at = starts_at + timedelta(minutes=minutes)
    check_nobody_is_busy([host], starts_at, ends_at)
    when = {"starts_at": starts_at, "ends_at": ends_at} | _reminder(starts_at)
    talk = GuidanceTalk.objects.create(case=row, kind=kind, host=host, planned_by=by, **when, **vars(spot))
    _give_to(talk, by)
    if talk.is_intake:
        case.state = move_case(case=row, step="plan_intake", by=by, facts={"starts_at": starts_at}).state
        meet_deadlines(case=row, kind=INTAKE)
    else:
        note(row, "guidance.plan", by=by, starts_at=starts_at)
    news.planned(talk, by)
    return talk


@transaction.atomic
def move_guidance(
    *, talk: GuidanceTalk, by: User, starts_at: datetime, minutes: int, spot: Spot, reason: str = ""
) -> GuidanceTalk:
    """Another time or place. Nothing changed: nobody is told.

    Raises NotAllowed, TalkNotOpen, AssessorBusy, InvalidInput.
    """
    row = locked(talk)
    if not by.has_perm("validation.coordinate_guidance", row):
        raise NotAllowed
    text = checked_text("reason", reason, needed=False)
    ends_at = starts_at + timedelta(minutes=minutes)
    if (starts_at, ends_at, spot) == (row.starts_at, row.ends_at, Spot(row.place, row.address, row.online_url)):
        return row
    _check(row.case, row.kind, None, starts_at, minutes, spot)
    check_nobody_is_busy([row.host], starts_at, ends_at, apart_from=row)
    before = GuidanceTalk.objects.get(pk=row.pk)
    change(row, starts_at=starts_at, ends_at=ends_at, **vars(spot), **_reminder(starts_at))
    note(row.case, "guidance.move", by=by, starts_at=starts_at)
    news.moved(row, before, text, by)
    return row


@transaction.atomic
def cancel_guidance(*, talk: GuidanceTalk, by: User, reason: str) -> GuidanceTalk:
    """The coordinator or the participant calls it off; another can be planned.

    Raises NotAllowed, TalkNotOpen, also for the participant once it began, InvalidInput.
    """
    row = locked(talk)
    is_own = row.case.person_id == by.pk
    if not is_own and not by.has_perm("validation.coordinate_guidance", row):
        raise NotAllowed
    if is_own and row.has_begun:
        raise TalkNotOpen
    call_off(row, checked_text("reason", reason), by)
    return row


def locked(talk: GuidanceTalk) -> GuidanceTalk:
    """The talk as it is now, held with its case, while it is planned. Raises TalkNotOpen."""
    case = lock_case(talk.case)
    row = GuidanceTalk.objects.select_for_update(of=("self",)).select_related("host").get(pk=talk.pk)
    row.case = case
    if not row.is_planned:
        raise TalkNotOpen
    return row


def call_off(talk: GuidanceTalk, reason: str | Promise, by: User | None, *, moves: bool = True) -> None:
    """reason: one that the platform gives is read in each reader's own language. moves: the case goes on without."""
    change(talk, state=GuidanceTalk.State.CANCELLED, cancel_reason=str(reason))
    if talk.is_intake and moves:
        move_case(case=talk.case, step="cancel_intake", by=by)
    elif not talk.is_intake:
        note(talk.case, "guidance.cancel", by=by)
    if talk.is_intake:
        talk.case.roles.running().filter(role=CaseRole.Role.INTAKE_ASSESSOR).update(ended_at=timezone.now())
    news.cancelled(talk, reason, by)


def change(talk: GuidanceTalk, **facts: Any) -> None:
    """Store what changed; calendars know by the number that it is newer."""
    for name, value in facts.items():
        setattr(talk, name, value)
    talk.sequence, talk.changed_at = F("sequence") + 1, timezone.now()
    talk.save(update_fields=[*facts, "sequence", "changed_at"])
    talk.refresh_from_db(fields=["sequence"])


def _give_to(talk: GuidanceTalk, by: User) -> None:
    """The case to the host; a case has one assessor of the intake and one coach at a time."""
    role = ROLE_OF_HOST[Kind(talk.kind)]
    others = talk.case.roles.running().filter(role=role).exclude(person=talk.host)
    others.update(ended_at=timezone.now())
    which = {"case": talk.case, "theme": None, "person": talk.host, "role": role, "ended_at": None}
    CaseRole.objects.get_or_create(**which, defaults={"given_by": by})


def _check(case: Case, kind: str, host: User | None, starts_at: datetime, minutes: int, spot: Spot) -> None:
    """Raises InvalidInput, which names the fields."""
    errors: dict[str, list[str]] = {}
    if host is not None and not hosts_of(case, kind).filter(pk=host.pk).exists():
        errors["host"] = [_("Choose one of the options.")]
    if not SHORTEST <= minutes <= LONGEST:
        errors["minutes"] = [_("Choose %(least)s to %(most)s minutes.") % {"least": SHORTEST, "most": LONGEST}]
    try:
        check_moments([starts_at], spot)
    except InvalidInput as error:
        errors |= error.errors
    if errors:
        raise InvalidInput(errors=errors)


def _reminder(starts_at: datetime) -> dict[str, Any]:
    """When to remind of it; not at all where it is planned so shortly before."""
    at = starts_at - REMIND_BEFORE
    return {"remind_at": at if at > timezone.now() else None, "reminded_at": None}
