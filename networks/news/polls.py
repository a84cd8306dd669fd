"""What people are told about polls over dates and places; the decision itself is news of the meeting."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from accounts.models import User
from networks.models import Enrolment, Poll, PollPlace
from networks.news.groups import MEETINGS
from networks.news.readers import by_language
from networks.policies import facilitates_any, people_of
from networks.walltime import day_and_hours
from notifications.delivery import Delivery
from notifications.kinds import Kind
from notifications.services import notify

KINDS = (
    Kind(
        key="poll.opened",
        label=_("My networks ask when and where to meet"),
        group=MEETINGS,
        title=_("When and where do we meet? %(network)s"),
        text=_("%(poll)s\n\nPlease say before %(deadline)s when and where you can come. It takes two minutes."),
        action=_("Give your answer"),
    ),
    Kind(
        key="poll.reopened",
        label=_("My networks ask again when and where to meet"),
        group=MEETINGS,
        title=_("You can still answer: when and where do we meet? %(network)s"),
        text=_("%(poll)s\n\nYou can answer, or change your answer, until %(deadline)s."),
        action=_("View the poll"),
    ),
    Kind(
        key="poll.reminder",
        label=_("A reminder of a poll that I have not answered"),
        group=MEETINGS,
        may_be_off=True,
        title=_("Your answer is missing: when and where do we meet? %(network)s"),
        text=_("%(poll)s\n\nYou can answer until %(deadline)s. It takes two minutes."),
        action=_("Give your answer"),
    ),
    Kind(
        key="poll.offered",
        label=_("A poll of my networks has new dates or places"),
        group=MEETINGS,
        delivery=Delivery.DAILY,
        may_be_off=True,
        title=_("New to choose from: %(poll)s"),
        text=_("%(network)s has new dates or places in its poll. Please answer for those too, until %(deadline)s."),
        action=_("View the poll"),
    ),
    Kind(
        key="poll.hosted",
        label=_("A school offers to host a meeting that I facilitate"),
        group=MEETINGS,
        delivery=Delivery.DAILY,
        may_be_off=True,
        title=_("%(person)s offers a place: %(place)s"),
        text=_("It is in the poll of %(network)s now: %(poll)s"),
        action=_("View the poll"),
        concerns=facilitates_any,
    ),
    Kind(
        key="poll.complete",
        label=_("Everybody has answered a poll of mine"),
        group=MEETINGS,
        may_be_off=True,
        title=_("All have answered: %(poll)s"),
        text=_("All participants of %(network)s (%(number)s) have answered. You can choose the date and the place."),
        action=_("View the answers"),
        concerns=facilitates_any,
    ),
    Kind(
        key="poll.ended",
        label=_("The time to answer a poll of mine is over"),
        group=MEETINGS,
        title=_("Time to choose: %(poll)s"),
        text=_(
            "The time to answer in %(network)s is over. Not everything answered: %(number)s people.\n\n"
            "You can choose the date and the place, or give more time."
        ),
        action=_("View the answers"),
        concerns=facilitates_any,
    ),
)


def opened(poll: Poll, by: User) -> None:
    """Everybody is asked."""
    _tell("poll.opened", poll, people_of(poll.network).exclude(pk=by.pk))


def reopened(poll: Poll, by: User) -> None:
    """Everybody is asked again; earlier answers are kept."""
    _tell("poll.reopened", poll, people_of(poll.network).exclude(pk=by.pk))


def extended(poll: Poll, by: User) -> None:
    """There is more time, for changing an answer too."""
    reopened(poll, by)


def reminder(poll: Poll, people: Iterable[User]) -> None:
    """These have not answered."""
    _tell("poll.reminder", poll, people)


def options_added(poll: Poll, by: User) -> None:
    """There is more to answer."""
    _tell("poll.offered", poll, people_of(poll.network).exclude(pk=by.pk))


def offered(place: PollPlace, enrolment: Enrolment) -> None:
    """A school wants to be host: facilitators hear who, the others that there is more to answer."""
    poll, facilitators = place.poll, place.poll.network.facilitators.all()
    others = people_of(poll.network).exclude(pk=enrolment.person_id).exclude(pk__in=facilitators.values("pk"))
    _tell("poll.hosted", poll, facilitators, person=enrolment.person, place=place)
    _tell("poll.offered", poll, others)


def complete(poll: Poll, number: int) -> None:
    """Every participant has answered."""
    _tell("poll.complete", poll, poll.network.facilitators.all(), number=number)


def ended(poll: Poll, number: int) -> None:
    """The deadline has passed. number: of people who have not answered everything."""
    _tell("poll.ended", poll, poll.network.facilitators.all(), number=number)


def _tell(kind: str, poll: Poll, people: Iterable[User], **more: object) -> None:
    def params() -> dict[str, object]:
        deadline = day_and_hours(poll.deadline, None)
        return {"network": poll.network.title, "poll": poll.title, "deadline": deadline, **more}

    for group, filled in by_language(people, params):
        notify(group, kind, about=poll, url=poll.url, params=filled)
