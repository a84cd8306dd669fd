"""What people are told about assignments and what is handed in."""

from collections.abc import Iterable
from datetime import datetime

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from networks.models import Assignment, Enrolment, HandIn, HandInComment
from networks.news.groups import NETWORKS
from networks.news.readers import by_language
from networks.policies import facilitates_any
from networks.walltime import day_and_hours
from notifications.delivery import Delivery
from notifications.kinds import Kind
from notifications.services import notify

KINDS = (
    Kind(
        key="assignment.set",
        label=_("New assignments in my networks"),
        group=NETWORKS,
        title=_("New assignment: %(assignment)s"),
        text=_("There is a new assignment in %(network)s.\nHand in before: %(due)s"),
        action=_("View the assignment"),
    ),
    Kind(
        key="assignment.moved",
        label=_("An assignment that I did not hand in gets another date"),
        group=NETWORKS,
        title=_("Other date: %(assignment)s"),
        text=_("The date of an assignment in %(network)s changed.\nHand in before: %(due)s\nIt was: %(old_due)s"),
        action=_("View the assignment"),
    ),
    Kind(
        key="assignment.due",
        label=_("An assignment that I did not hand in is due soon"),
        group=NETWORKS,
        title=_("Due soon: %(assignment)s"),
        text=_("You have not handed in yet for %(network)s. Hand in before: %(due)s"),
        action=_("Go on with the assignment"),
    ),
    Kind(
        key="assignment.handed_in",
        label=_("Somebody hands in an assignment in a network that I facilitate"),
        group=NETWORKS,
        delivery=Delivery.DAILY,
        may_be_off=True,
        title=_("%(owner)s handed in: %(assignment)s"),
        text=_("%(owner)s handed in “%(assignment)s” in %(network)s."),
        action=_("Read it"),
        concerns=facilitates_any,
    ),
    Kind(
        key="assignment.commented",
        label=_("Comments on assignments that I handed in or commented on"),
        group=NETWORKS,
        may_be_off=True,
        title=_("%(person)s commented: %(assignment)s"),
        text=_("%(person)s wrote on what %(owner)s handed in for “%(assignment)s”:\n\n%(comment)s"),
        action=_("View the comment"),
    ),
)


def was_set(assignment: Assignment, by: User) -> None:
    """To all participants but the one who set it."""
    people = User.objects.filter(enrolments__in=assignment.network.enrolments.accepted()).exclude(pk=by.pk)
    _tell("assignment.set", assignment, people, assignment.url)


def has_moved(assignment: Assignment, before: datetime | None, people: Iterable[User]) -> None:
    """To who has still to hand in. before: the date that it had, if it had one."""
    _tell("assignment.moved", assignment, people, assignment.url, old_due=lambda: _day(before))


def is_due(assignment: Assignment, people: Iterable[User]) -> None:
    _tell("assignment.due", assignment, people, assignment.url)


def handed_in(hand_in: HandIn, enrolment: Enrolment) -> None:
    """To the facilitators."""
    facilitators = hand_in.assignment.network.facilitators.exclude(pk=enrolment.person_id)
    _tell("assignment.handed_in", hand_in.assignment, facilitators, hand_in.url, owner=_whose(hand_in))


def commented(hand_in: HandIn, comment: HandInComment) -> None:
    """To the owners; an owner's answer goes to the facilitators and to whoever commented and still reads it."""
    network = hand_in.assignment.network
    owners = User.objects.filter(enrolments__in=owning(hand_in))
    if comment.by_owner:
        wrote = hand_in.comments.filter(by_owner=False).values("author")
        at_home = network.enrolments.accepted().values("person")
        readers = User.objects.filter(pk__in=wrote).filter(pk__in=at_home)
        people = {*readers, *network.facilitators.all(), *owners}
    else:
        people = set(owners)
    people = {person for person in people if person != comment.author}
    params = {"owner": _whose(hand_in), "person": comment.author or "", "comment": comment.text}
    _tell("assignment.commented", hand_in.assignment, people, hand_in.url, **params)


def _day(moment: datetime | None) -> str:
    return day_and_hours(moment, None) if moment else gettext("no date yet")


def _whose(hand_in: HandIn) -> object:
    """The school or the person whose work it is."""
    return hand_in.school or (hand_in.enrolment.person if hand_in.enrolment else "")


def owning(hand_in: HandIn) -> "Iterable[Enrolment]":
    """The participants whose work it is: one person, or all of the school."""
    accepted = Enrolment.objects.accepted().filter(network=hand_in.assignment.network)
    return accepted.filter(school=hand_in.school) if hand_in.school else accepted.filter(hand_ins=hand_in)


def _tell(kind: str, assignment: Assignment, people: Iterable[User], url: str, **more: object) -> None:
    def params() -> dict[str, object]:
        said = {name: it() if callable(it) else it for name, it in more.items()}
        due = _day(assignment.due_at)
        return {"assignment": assignment.title, "network": assignment.network.title, "due": due, **said}

    for group, filled in by_language(people, params):
        notify(group, kind, about=assignment, url=url, params=filled)
