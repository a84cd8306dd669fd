"""The facilitator makes a poll, opens it, changes it and closes it."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from core.errors import InvalidInput
from networks.errors import PollClosed
from networks.models import Network, Poll, PollExpert, PollOption, PollPlace
from networks.news import polls as news
from networks.services.archiving import require_open
from networks.services.log import note
from networks.services.polls.keeping import TOLD, begin_telling, check_deadline, check_moment, locked_poll, store
from schools.models import School

MOST_OPTIONS = 60
MOST_EXPERTS = 10
FARTHEST = timedelta(days=3 * 366)
LONGEST_MEETING = timedelta(days=7)
State = Poll.State


@dataclass(frozen=True, kw_only=True)
class NewOption:
    """A date and a place to ask for. Options with the same place, address, host and online address share one place."""

    starts_at: datetime
    ends_at: datetime
    place: str = ""
    address: str = ""
    host: School | None = None
    capacity: int | None = None
    online_url: str = ""

    @property
    def where(self) -> tuple[str, str, int | None, str]:
        return self.place.strip(), self.address.strip(), self.host.pk if self.host else None, self.online_url.strip()


@dataclass(frozen=True)
class NewExpert:
    """Who must be able to come; who has an address is invited once the poll is decided."""

    name: str
    email: str = ""


Experts = Iterable[str | NewExpert]


@transaction.atomic
def make_poll(*, network: Network, by: User, options: Sequence[NewOption], experts: Experts = (), **facts: Any) -> Poll:
    """A poll that only facilitators see until it is opened. experts: a name alone will do. facts: fields of the poll.

    Raises InvalidInput.
    """
    require_open(network)
    poll = Poll(network=network, made_by=by, **facts)
    check_moment(poll.deadline)
    _check_target(poll)
    store(poll)
    _add_options(poll, options)
    _set_experts(poll, experts)
    _check_options(poll)
    check_deadline(poll)
    note(network, "poll.made", by=by, title=poll.title)
    return poll


@transaction.atomic
def open_poll(*, poll: Poll, by: User) -> Poll:
    """Ask everybody; opening an open poll changes nothing. Raises PollClosed, InvalidInput."""
    poll = locked_poll(poll)
    if poll.state == State.OPEN:
        return poll
    if poll.state != State.DRAFT:
        raise PollClosed
    check_deadline(poll)
    poll.state = State.OPEN
    begin_telling(poll)
    poll.save(update_fields=["state", *TOLD, "updated_at"])
    note(poll.network, "poll.opened", by=by, title=poll.title)
    news.opened(poll, by)
    return poll


@transaction.atomic
def change_poll(
    *,
    poll: Poll,
    by: User,
    options: Sequence[NewOption] = (),
    removed: Collection[int] = (),
    experts: Experts | None = None,
    **facts: Any,
) -> Poll:
    """Write these fields, add options and take others out with the answers to them; a later deadline is told.

    removed: ids of options. Raises PollClosed, InvalidInput.
    """
    poll = locked_poll(poll)
    if not poll.can_change:
        raise PollClosed
    deadline = poll.deadline
    if facts.get("deadline", deadline) != deadline:
        check_moment(facts["deadline"])
    for name, value in facts.items():
        setattr(poll, name, value)
    _check_target(poll)
    if facts:
        store(poll, *facts)
    poll.options.filter(pk__in=removed).delete()
    added = _add_options(poll, options)
    poll.places.filter(options=None).delete()
    if experts is not None:
        _set_experts(poll, experts)
    _check_options(poll)
    if poll.deadline != deadline or added or removed:
        check_deadline(poll)
    if poll.state == State.OPEN and (poll.deadline != deadline or added):
        begin_telling(poll)
        poll.save(update_fields=[*TOLD])
        if poll.deadline > deadline:
            news.extended(poll, by)
        elif added:
            news.options_added(poll, by)
    note(poll.network, "poll.changed", by=by, title=poll.title)
    return poll


@transaction.atomic
def close_poll(*, poll: Poll, by: User) -> Poll:
    """Nobody can answer any more; closing twice changes nothing. Raises PollClosed when it is decided or not open."""
    poll = locked_poll(poll)
    if poll.state == State.CLOSED:
        return poll
    if poll.state != State.OPEN:
        raise PollClosed
    poll.state = State.CLOSED
    poll.save(update_fields=["state", "updated_at"])
    note(poll.network, "poll.closed", by=by, title=poll.title)
    return poll


@transaction.atomic
def discard_poll(*, poll: Poll, by: User) -> None:
    """Throw away a poll that nobody was asked yet. Raises PollClosed for any other."""
    poll = locked_poll(poll)
    if poll.state != State.DRAFT:
        raise PollClosed(_("People have been asked already. You can close this poll."))
    note(poll.network, "poll.discarded", by=by, title=poll.title)
    poll.delete()


def _check_target(poll: Poll) -> None:
    series = [it for it in (poll.series, poll.meeting and poll.meeting.series) if it]
    if any(it.network_id != poll.network_id for it in series):
        raise InvalidInput(errors={"meeting": [_("Choose a meeting of this network.")]})
    if poll.meeting and poll.meeting.is_over:
        raise InvalidInput(errors={"meeting": [_("This meeting has been.")]})


def _add_options(poll: Poll, options: Sequence[NewOption]) -> int:
    """Stores what is not there yet, and tells how many options that was."""
    places = {(it.name, it.address, it.host_id, it.online_url): it for it in poll.places.all()}
    added = 0
    for new in options:
        _check_time(new)
        place = places.get(new.where)
        if place is None:
            name, address, host, online = new.where
            place = PollPlace(poll=poll, name=name, address=address, host_id=host, online_url=online)
            place.capacity = new.capacity
            store(place, under="options")
            places[new.where] = place
        if not place.options.filter(starts_at=new.starts_at, ends_at=new.ends_at).exists():
            store(PollOption(poll=poll, place=place, starts_at=new.starts_at, ends_at=new.ends_at), under="options")
            added += 1
    return added


def _check_time(option: NewOption) -> None:
    now = timezone.now()
    problem = ""
    if not now < option.starts_at <= now + FARTHEST:
        problem = _("Choose dates that are still to come, within three years.")
    elif not option.starts_at < option.ends_at <= option.starts_at + LONGEST_MEETING:
        problem = _("A meeting ends after it starts, and within a week.")
    if problem:
        raise InvalidInput(errors={"options": [problem]})


def _check_options(poll: Poll) -> None:
    if not 0 < poll.options.count() <= MOST_OPTIONS:
        text = _("Offer at least one date, and at most %(number)s combinations of a date and a place.")
        raise InvalidInput(errors={"options": [text % {"number": MOST_OPTIONS}]})


def _set_experts(poll: Poll, experts: Experts) -> None:
    given = [NewExpert(it) if isinstance(it, str) else it for it in experts]
    wanted = {name: it.email.strip() for it in given if (name := it.name.strip())}
    if len(wanted) > MOST_EXPERTS:
        raise InvalidInput(errors={"experts": [_("Name at most %(number)s experts.") % {"number": MOST_EXPERTS}]})
    poll.experts.exclude(name__in=wanted).delete()
    known = {it.name: it for it in poll.experts.all()}
    for name, email in wanted.items():
        expert = known.get(name) or PollExpert(poll=poll, name=name)
        if expert.pk is None or expert.email != email:
            expert.email = email
            store(expert, under="experts")
