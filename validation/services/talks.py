"""Planning the talk about a sufficient portfolio: when, where and with whom, with everybody told (DOMAIN.md 3a)."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
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
from networks.walltime import can_be_planned
from validation.errors import AssessorBusy, StepImpossible, TalkNotOpen, TooFewAssessors
from validation.models import Case, CaseTheme, GuidanceTalk, Talk, TalkSlot, TalkTheme
from validation.news import talks as news
from validation.services.deadlines import meet_deadlines
from validation.services.moving import lock_case, move_theme
from validation.services.noting import note
from validation.states import AWAITING_TALK
from validation.talking import assessors_of, companion_of, end_of, has_enough_assessors, open_talk_of

STEP = "talk"
REMIND_BEFORE = timedelta(days=2)
MOST_SLOTS = 20  # moments offered at once
Place = Talk.Place


@dataclass(frozen=True)
class Spot:
    """Where a talk is held. address: for a place; online_url: where people join who are not in one room."""

    place: str = Place.INSTITUTE
    address: str = ""
    online_url: str = ""


@transaction.atomic
def plan_talk(*, theme: CaseTheme, by: User, starts_at: datetime, spot: Spot, with_companion: bool = False) -> Talk:
    """The coordinator plans it without offering anything; planning the same twice is planning it once.

    Raises NotAllowed, StepImpossible, TooFewAssessors, AssessorBusy, InvalidInput.
    """
    row = locked_to_plan(theme, by, "validation.coordinate_case")
    check_moments([starts_at], spot)
    earlier = open_talk_of(row)
    if earlier is not None and earlier.starts_at == starts_at:
        return earlier
    themes = themes_of_talk(row, with_companion=with_companion)
    return plan(themes, by, starts_at, end_of(starts_at, row.case.version, len(themes)), spot)


@transaction.atomic
def move_talk(*, talk: Talk, by: User, starts_at: datetime, spot: Spot, reason: str = "") -> Talk:
    """Another time or place; a moment that was chosen is free again. Nothing changed: nobody is told.

    Raises NotAllowed, TalkNotOpen, AssessorBusy, InvalidInput.
    """
    case = lock_case(talk.case)
    if not by.has_perm("validation.coordinate_case", case):
        raise NotAllowed
    row = _open(talk)
    text = checked_text("reason", reason, needed=False)
    before = Talk.objects.get(pk=row.pk)
    if (starts_at, spot) == (row.starts_at, Spot(row.place, row.address, row.online_url)):
        return row
    check_moments([starts_at], spot)
    ends_at = starts_at + (row.ends_at - row.starts_at)
    check_nobody_is_busy(list(row.assessors.all()), starts_at, ends_at, apart_from=row)
    if starts_at != row.starts_at:
        row.slot = None
    _set(row, starts_at=starts_at, ends_at=ends_at, **vars(spot), **_reminder(starts_at))
    note(case, "talk.move", by=by, starts_at=starts_at)
    news.moved(row, before, text, by)
    return row


@transaction.atomic
def cancel_talk(*, talk: Talk, by: User, reason: str) -> Talk:
    """The coordinator or the participant calls it off; another can be planned.

    Raises NotAllowed, TalkNotOpen, NotYourStep, InvalidInput.
    """
    case = lock_case(talk.case)
    if case.person_id != by.pk and not by.has_perm("validation.coordinate_case", case):
        raise NotAllowed
    row = _open(talk)
    if case.person_id == by.pk and row.has_begun:
        raise TalkNotOpen
    text = checked_text("reason", reason)
    for about in row.about.filter(is_open=True).select_related("theme"):
        about.theme.case = case
        let_go(about)
        move_theme(theme=about.theme, step="cancel_talk", by=by)
    call_off(row, text, by)
    return row


def plan(
    themes: Sequence[CaseTheme],
    by: User,
    starts_at: datetime,
    ends_at: datetime,
    spot: Spot,
    slot: TalkSlot | None = None,
) -> Talk:
    case, people = themes[0].case, assessors_of(themes[0])
    check_nobody_is_busy(people, starts_at, ends_at)
    when = {"starts_at": starts_at, "ends_at": ends_at} | _reminder(starts_at)
    talk = Talk.objects.create(case=case, slot=slot, planned_by=by, **when, **vars(spot))
    talk.assessors.set(people)
    for theme in themes:
        TalkTheme.objects.create(talk=talk, theme=theme)
        move_theme(theme=theme, step="plan_talk", by=by, facts={"starts_at": starts_at})
        meet_deadlines(case=case, kind=STEP, theme=theme)
    news.planned(talk, by)
    return talk


def themes_of_talk(row: CaseTheme, *, with_companion: bool) -> list[CaseTheme]:
    """What is talked about. Raises StepImpossible, TooFewAssessors."""
    if row.state not in AWAITING_TALK or not row.case.moves:
        raise StepImpossible
    if not has_enough_assessors(row):
        raise TooFewAssessors
    other = companion_of(row) if with_companion else None
    if with_companion and other is None:
        raise StepImpossible
    return [row, other] if other else [row]


def locked_to_plan(theme: CaseTheme, by: User, rule: str = "validation.plan_talk") -> CaseTheme:
    row = theme_in_case(lock_case(theme.case), theme)
    if not by.has_perm(rule, row.case if rule == "validation.coordinate_case" else row):
        raise NotAllowed
    if not row.case.moves:
        raise StepImpossible
    if not has_enough_assessors(row):
        raise TooFewAssessors
    return row


def theme_in_case(case: Case, theme: CaseTheme) -> CaseTheme:
    row = CaseTheme.objects.select_related("theme").get(pk=theme.pk)
    row.case = case
    return row


def problems_of(spot: Spot) -> dict[str, list[str]]:
    """What lacks for people to find the place, by field."""
    errors: dict[str, list[str]] = {}
    if spot.place not in Place.values:
        errors["place"] = [_("Choose one of the options.")]
    if spot.place == Place.ONLINE and not spot.online_url:
        errors["online_url"] = [_("Where do people join? Fill in the address.")]
    if spot.place in (Place.BOARD, Place.OTHER) and not spot.address:
        errors["address"] = [_("Fill in where it is.")]
    return errors


def check_moments(moments: Collection[datetime], spot: Spot) -> None:
    """Raises InvalidInput, which names the field."""
    errors: dict[str, list[str]] = {}
    if not moments or len(moments) > MOST_SLOTS:
        errors["number"] = [_("Offer one to %(most)s moments at a time.") % {"most": MOST_SLOTS}]
    if any(it <= timezone.now() or not can_be_planned(it) for it in moments):
        errors["day"] = [_("Choose a moment to come.")]
    errors |= problems_of(spot)
    if errors:
        raise InvalidInput(errors=errors)


def check_nobody_is_busy(
    people: Sequence[User], starts_at: datetime, ends_at: datetime, apart_from: Talk | GuidanceTalk | None = None
) -> None:
    """Raises AssessorBusy. The people are held, so that two talks planned at once cannot both take one of them."""
    list(User.objects.select_for_update().filter(pk__in=[it.pk for it in people]).order_by("pk"))
    talks = Talk.objects.overlapping(starts_at, ends_at).filter(assessors__in=people)
    guidance = GuidanceTalk.objects.overlapping(starts_at, ends_at).filter(host__in=people)
    for others in (talks, guidance):
        same = apart_from is not None and others.model is type(apart_from)
        if (others.exclude(pk=apart_from.pk) if apart_from and same else others).exists():
            raise AssessorBusy


def let_go(about: TalkTheme) -> None:
    about.is_open = False
    about.save(update_fields=["is_open"])


def call_off(talk: Talk, reason: str | Promise, by: User | None) -> None:
    """reason: one that the platform gives is read in each reader's own language."""
    _set(talk, state=Talk.State.CANCELLED, cancel_reason=str(reason))
    news.cancelled(talk, reason, by)


def _open(talk: Talk) -> Talk:
    row = Talk.objects.select_for_update(of=("self",)).select_related("case__version__programme").get(pk=talk.pk)
    if not row.is_planned:
        raise TalkNotOpen
    return row


def _reminder(starts_at: datetime) -> dict[str, Any]:
    """When to remind of it; not at all where it is planned so shortly before."""
    at = starts_at - REMIND_BEFORE
    return {"remind_at": at if at > timezone.now() else None, "reminded_at": None}


def _set(talk: Talk, **facts: Any) -> None:
    """Store what changed; calendars know by the number that it is newer."""
    for name, value in facts.items():
        setattr(talk, name, value)
    talk.sequence, talk.changed_at = F("sequence") + 1, timezone.now()
    talk.save(update_fields=[*facts, "slot", "sequence", "changed_at"])
    talk.refresh_from_db(fields=["sequence"])
