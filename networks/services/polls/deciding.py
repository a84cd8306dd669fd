"""From a poll to a meeting, and back when it falls through."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from networks.errors import MeetingGoesOn, MeetingOver, NotChoosable, PollClosed, PollDecided, RulesNotMet
from networks.models import Meeting, Poll, PollOption
from networks.news import polls as news
from networks.polling import people_asked, ranking
from networks.services.enrolling import locked
from networks.services.experts import invite_experts_of
from networks.services.log import note
from networks.services.meetings import change_meeting
from networks.services.polls.keeping import TOLD, begin_telling, check_deadline, locked_poll
from networks.services.series import add_meeting

State = Poll.State


@transaction.atomic
def decide_poll(*, poll: Poll, option: PollOption, by: User, anyway: bool = False) -> Meeting:
    """Make the meeting, or fill the one that the poll is for, and close the poll; calendars follow and all are told.

    Its experts with a mail address are invited. The same choice again changes nothing. anyway: also when a rule is not
    met, but never on a date that has passed or in a room that is too small.
    Raises PollDecided, PollClosed, NotChoosable, RulesNotMet, MeetingOver, InvalidInput.
    """
    locked(poll.network)  # as for every change of meetings; the poll comes after it, so that locks never cross
    poll = locked_poll(poll)
    if poll.state == State.DECIDED and poll.chosen_id == option.pk and poll.meeting:
        return poll.meeting
    _check(poll, option, anyway)
    meeting = _meeting(poll, option, by)
    invite_experts_of(poll=poll, option=option, meeting=meeting, by=by)
    poll.state, poll.chosen, poll.meeting = State.DECIDED, option, meeting
    poll.decided_by, poll.decided_at = by, timezone.now()
    poll.save(update_fields=["state", "chosen", "meeting", "decided_by", "decided_at", "updated_at"])
    after = {"starts_at": str(option.starts_at), "ends_at": str(option.ends_at), "place": str(option.place)}
    note(poll.network, "poll.decided", by=by, title=poll.title, after=after)
    return meeting


@transaction.atomic
def reopen_poll(*, poll: Poll, by: User, deadline: datetime) -> Poll:
    """Ask again, as it was closed or as what was decided fell through; every answer is kept.

    Reopening an open poll changes nothing. Raises MeetingGoesOn, PollClosed, InvalidInput.
    """
    locked(poll.network)
    poll = locked_poll(poll)
    if poll.state == State.OPEN:
        return poll
    if not poll.can_reopen:
        raise MeetingGoesOn if poll.state == State.DECIDED else PollClosed
    poll.deadline, poll.state = deadline, State.OPEN
    check_deadline(poll)
    poll.chosen = poll.decided_by = poll.decided_at = None
    begin_telling(poll)
    poll.save(update_fields=["deadline", "state", "chosen", "decided_by", "decided_at", *TOLD, "updated_at"])
    note(poll.network, "poll.reopened", by=by, title=poll.title)
    news.reopened(poll, by)
    return poll


def _check(poll: Poll, option: PollOption, anyway: bool) -> None:
    if poll.state == State.DECIDED:
        raise PollDecided
    if not poll.can_decide:
        raise PollClosed
    if poll.meeting and poll.meeting.is_over:
        raise MeetingOver
    ballots = Poll.objects.with_ballots().get(pk=poll.pk)
    found = [it for it in ranking(ballots, people_asked(poll.network)) if it.option.pk == option.pk]
    if not found:
        raise NotChoosable
    reasons = [rule.text for rule in found[0].broken]
    if not found[0].is_possible:
        raise NotChoosable(errors={"option": reasons})
    if reasons and not anyway:
        raise RulesNotMet(errors={"option": reasons})


def _meeting(poll: Poll, option: PollOption, by: User) -> Meeting:
    place = option.place
    facts: dict[str, Any] = {
        "starts_at": option.starts_at,
        "ends_at": option.ends_at,
        "place": place.name or (str(place.host)[:200] if place.host else ""),
        "address": place.address,
        "travel": place.travel,
        "host": place.host,
        "online_url": place.online_url,
        "capacity": place.capacity,
    }
    if poll.meeting:
        going_on = {"state": Meeting.State.PLANNED, "cancel_reason": ""}
        return change_meeting(meeting=poll.meeting, by=by, **facts, **going_on)
    series = poll.series or poll.network.series.order_by("pk").last()
    return add_meeting(network=poll.network, series=series, by=by, **facts)
