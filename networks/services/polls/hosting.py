"""A participant offers the own school as host: one more place to choose, with as much room as it has."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from core.errors import InvalidInput, NotAllowed
from networks.errors import NotTakingPart, PollClosed
from networks.models import Enrolment, Poll, PollOption, PollPlace
from networks.news import polls as news
from networks.services.log import note
from networks.services.polls.keeping import TOLD, begin_telling, locked_and_open, locked_poll, store
from networks.services.polls.making import MOST_OPTIONS

Date = tuple[datetime, datetime]


@transaction.atomic
def offer_school(
    *,
    poll: Poll,
    enrolment: Enrolment,
    dates: Collection[Date],
    capacity: int | None,
    address: str = "",
    travel: str = "",
) -> PollPlace:
    """The participant's school can receive the network on these of the poll's dates; offering again changes the offer.

    dates: pairs of start and end. Dates that stay keep their answers. Raises PollClosed, NotTakingPart, InvalidInput.
    """
    poll = locked_and_open(poll)
    if enrolment.state != Enrolment.State.ACCEPTED or enrolment.network_id != poll.network_id:
        raise NotTakingPart
    wanted = set(dates)
    if not wanted or not wanted <= set(poll.options.coming().values_list("starts_at", "ends_at")):
        raise InvalidInput(errors={"dates": [_("Choose at least one of the dates.")]})
    place = _place(poll, enrolment)
    place.capacity, place.address, place.travel = capacity, address.strip(), travel.strip()
    store(place)
    return _on_dates(place, wanted, enrolment)


@transaction.atomic
def take_back_offer(*, poll: Poll, enrolment: Enrolment) -> None:
    """The school cannot receive the network after all; answers for it go too. Raises PollClosed, InvalidInput."""
    poll = locked_and_open(poll)
    for place in poll.places.filter(host=enrolment.school).exclude(offered_by=None):
        if not poll.options.exclude(place=place).exists():
            raise InvalidInput(_("This is the only place that is left. Ask your facilitator to add another one first."))
        place.delete()


@transaction.atomic
def change_place(
    *, place: PollPlace, by: User, name: str, address: str, travel: str, capacity: int | None, online_url: str = ""
) -> PollPlace:
    """The facilitator puts a place right; answers stay. Raises PollClosed, InvalidInput."""
    poll = locked_poll(place.poll)
    if not poll.can_change and not poll.can_decide:
        raise PollClosed
    place.name, place.address, place.travel = name.strip(), address.strip(), travel.strip()
    place.capacity, place.online_url = capacity, online_url.strip()
    store(place)
    note(poll.network, "poll.place", by=by, title=poll.title, place=str(place))
    return place


def _place(poll: Poll, enrolment: Enrolment) -> PollPlace:
    """The school's place in the poll, or a new one. Raises NotAllowed when the facilitator put it there."""
    place = poll.places.filter(host=enrolment.school).first()
    if place and place.offered_by_id is None:
        raise NotAllowed(_("Your facilitator has put your school into this poll already."))
    return place or PollPlace(poll=poll, host=enrolment.school, name=str(enrolment.school)[:200], offered_by=enrolment)


def _on_dates(place: PollPlace, wanted: Collection[Date], enrolment: Enrolment) -> PollPlace:
    offered = {(option.starts_at, option.ends_at): option for option in place.options.coming()}
    PollOption.objects.filter(pk__in=[it.pk for date, it in offered.items() if date not in wanted]).delete()
    new = [date for date in wanted if date not in offered]
    PollOption.objects.bulk_create(
        PollOption(poll=place.poll, place=place, starts_at=starts, ends_at=ends) for starts, ends in sorted(new)
    )
    if place.poll.options.count() > MOST_OPTIONS:
        text = _("A poll holds at most %(number)s combinations of a date and a place.")
        raise InvalidInput(errors={"dates": [text % {"number": MOST_OPTIONS}]})
    if new:
        begin_telling(place.poll)
        place.poll.save(update_fields=[*TOLD])
        news.offered(place, enrolment)
    return place
