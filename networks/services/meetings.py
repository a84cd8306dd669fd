"""Planning, moving and cancelling meetings: calendars follow, and everybody concerned hears of it once."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.functional import Promise

from accounts.models import User
from core.errors import InvalidInput
from core.model_checks import check_characters, refusing
from core.texts import checked_text
from networks.errors import MeetingOver
from networks.models import Meeting, Network, Series
from networks.news import meetings as news
from networks.services import assignments, passes
from networks.services.enrolling import locked
from networks.services.log import note, of_meeting
from networks.services.numbering import next_number, number_by_date
from networks.walltime import NOT_A_DAY, can_be_planned

CALENDAR_FACTS = ("title", "number", "starts_at", "ends_at", "place", "address", "online_url", "state")
WHEN, WHERE = ("starts_at", "ends_at"), ("place", "address", "online_url")
NOWHERE: Mapping[str, Any] = dict.fromkeys((*WHEN,)) | dict.fromkeys(("place", "address", "online_url", "title"), "")


@contextmanager
def changing_meetings(*, network: Network, by: User | None, reason: str | Promise = "") -> Iterator[None]:
    """Whatever happens to the network's meetings inside: the numbers that calendars go by rise, and people are told.

    Meetings are numbered by date after it. One piece of news per meeting; several new ones together make one, and so do
    several cancelled ones and those that only got another number. reason: goes along with the news.
    """
    with transaction.atomic():
        locked(network)
        before = _facts(network)
        yield
        number_by_date(network)
        after = _facts(network)
        changed = [pk for pk, facts in after.items() if pk in before and facts != before[pk]]
        Meeting.objects.filter(pk__in=changed).update(sequence=F("sequence") + 1, changed_at=timezone.now())
        meetings = Meeting.objects.with_network().in_bulk([*changed, *(pk for pk in after if pk not in before)])
        assignments.follow_meetings(meetings, by)
        added = [meeting for pk, meeting in meetings.items() if pk not in before and meeting.is_upcoming]
        if len(added) > 1:
            news.planned(network, sorted(added, key=lambda it: it.place_in_calendar), by)
        elif added:
            news.changed("meeting.dated", added[0], NOWHERE, by=by, reason=reason)
        for pk, meeting in meetings.items():
            _note(network, meeting, before.get(pk), after[pk], by)
        told = [(kind, meetings[pk], before[pk]) for pk in changed if (kind := _news(before[pk], after[pk]))]
        news.changed_together(network, told, by=by, reason=reason)
        for _kind, meeting, _facts_before in told:
            passes.tell_of_change(meeting)
        renumbered = [meetings[pk] for pk in changed if _only_renumbered(before[pk], after[pk])]
        news.renumbered(network, [it for it in renumbered if it.is_upcoming], by)


def plan_meeting(*, series: Series, by: User, **facts: Any) -> Meeting:
    """Add a meeting to the series; its date and place may be decided later, and it comes last until then.

    facts: fields of the meeting. Raises InvalidInput.
    """
    with changing_meetings(network=series.network, by=by):
        meeting = Meeting(**({"series": series, "number": next_number(series)} | facts))
        save_checked(meeting)
    meeting.refresh_from_db(fields=["number"])
    return meeting


def change_meeting(*, meeting: Meeting, by: User, reason: str = "", **facts: Any) -> Meeting:
    """Write these fields of the meeting; a new date or place is told to everybody concerned. Raises InvalidInput."""
    with changing_meetings(network=meeting.series.network, by=by, reason=reason):
        for name, value in facts.items():
            setattr(meeting, name, value)
        save_checked(meeting, update_fields=list(facts))
    meeting.refresh_from_db(fields=["number", "sequence", "changed_at"])
    return meeting


def cancel_meeting(*, meeting: Meeting, by: User, reason: str) -> Meeting:
    """The meeting does not go on; everybody reads why. Cancelling twice tells nobody twice.

    Raises MeetingOver, InvalidInput.
    """
    if meeting.is_over:
        raise MeetingOver
    reason = checked_text("reason", reason)
    return change_meeting(meeting=meeting, by=by, reason=reason, state=Meeting.State.CANCELLED, cancel_reason=reason)


def restore_meeting(*, meeting: Meeting, by: User) -> Meeting:
    """The meeting goes on after all, as it was planned."""
    return change_meeting(meeting=meeting, by=by, state=Meeting.State.PLANNED, cancel_reason="")


def save_checked(meeting: Meeting, update_fields: list[str] | None = None) -> None:
    """Store the meeting, or these fields of it, inside `changing_meetings`. Raises InvalidInput."""
    for name in ("title", "place", "address", "travel"):
        setattr(meeting, name, getattr(meeting, name).strip())
    for name in WHEN:
        moment = getattr(meeting, name)
        if moment and not can_be_planned(moment):
            raise InvalidInput(errors={name: [str(NOT_A_DAY)]})
    with refusing():
        meeting.full_clean(exclude=["series"])
        check_characters(meeting)
    meeting.save(update_fields=update_fields)


def _note(
    network: Network, meeting: Meeting, before: Mapping[str, Any] | None, after: Mapping[str, Any], by: User | None
) -> None:
    """What the log keeps of this change, if anything: a new subject or number is no event."""
    was, now = ({name: str(facts[name] or "") for name in (*WHEN, "place")} for facts in (before or after, after))
    facts: dict[str, Any] = of_meeting(meeting) | {"before": was, "after": now}
    cancelled = Meeting.State.CANCELLED
    if before is None:
        note(network, "meeting.planned", by=by, **facts)
    elif (before["state"] == cancelled) != (after["state"] == cancelled):
        action = "meeting.cancelled" if after["state"] == cancelled else "meeting.restored"
        note(network, action, by=by, **facts)
    elif any(before[name] != after[name] for name in (*WHEN, *WHERE)):
        note(network, "meeting.moved", by=by, **facts)


def _facts(network: Network) -> dict[int, dict[str, Any]]:
    rows = Meeting.objects.filter(series__network=network).order_by("starts_at", "pk").values("pk", *CALENDAR_FACTS)
    return {row.pop("pk"): row for row in rows}


def _only_renumbered(before: Mapping[str, Any], after: Mapping[str, Any]) -> bool:
    """As another meeting moved past it: nobody heard of this one yet."""
    return before["number"] != after["number"] and not _news(before, after)


def _news(before: Mapping[str, Any], after: Mapping[str, Any]) -> str:
    """Which news this change is, if any: what has been and what was never dated concerns nobody's calendar."""
    now = timezone.now()
    if not any(facts["ends_at"] and facts["ends_at"] > now for facts in (before, after)):
        return ""
    was_cancelled, is_cancelled = (facts["state"] == Meeting.State.CANCELLED for facts in (before, after))
    if is_cancelled:
        return "" if was_cancelled else "meeting.cancelled"
    if was_cancelled or not before["starts_at"]:
        return "meeting.dated"
    return "meeting.moved" if any(before[name] != after[name] for name in (*WHEN, *WHERE)) else ""
