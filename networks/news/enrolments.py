"""What people are told about signing up; called inside the transaction by networks.services."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from networks.models import Enrolment
from networks.news import invitations
from networks.news.groups import NETWORKS
from networks.policies import facilitates_any
from networks.walltime import day_and_hours
from notifications.delivery import Delivery
from notifications.kinds import Kind
from notifications.services import notify

KINDS = (
    Kind(
        key="enrolment.requested",
        label=_("New sign-ups in networks that I facilitate"),
        group=NETWORKS,
        title=_("%(person)s signed up for %(network)s"),
        text=_("%(person)s of %(school)s signed up, with this learning question:\n\n%(question)s"),
        action=_("View the sign-up"),
        concerns=facilitates_any,
    ),
    Kind(
        key="enrolment.received",
        label=_("My sign-up was received"),
        group=NETWORKS,
        title=_("We received your sign-up for %(network)s"),
        text=_("Thank you for signing up. The facilitator reads your learning question and decides; you hear from us."),
        action=_("View your sign-up"),
    ),
    Kind(
        key="enrolment.waiting",
        label=_("I am on a waiting list"),
        group=NETWORKS,
        title=_("You are on the waiting list of %(network)s"),
        text=_(
            "All places are taken at the moment. We keep your sign-up: as soon as a place comes free and it is your "
            "turn, we let you know at once."
        ),
        action=_("View your sign-up"),
    ),
    Kind(
        key="enrolment.accepted",
        label=_("My sign-up was accepted"),
        group=NETWORKS,
        title=_("Welcome to %(network)s"),
        text=_(
            "You take part! In the space of the network you find the meetings, the other participants and the "
            "discussion. Introduce yourself there, and tell what your school is working on."
        ),
        action=_("To the space of the network"),
        letters=invitations.of_member,
    ),
    Kind(
        key="enrolment.declined",
        label=_("My sign-up was declined"),
        group=NETWORKS,
        title=_("Your sign-up for %(network)s"),
        text=_("Thank you for your interest. The facilitator cannot offer you a place, and writes:\n\n%(reason)s"),
        action=_("View the network"),
    ),
    Kind(
        key="enrolment.withdrawn",
        label=_("Participants who leave networks that I facilitate"),
        group=NETWORKS,
        delivery=Delivery.DAILY,
        may_be_off=True,
        title=_("%(person)s no longer takes part in %(network)s"),
        text=_("%(person)s of %(school)s withdrew."),
        action=_("View the participants"),
        concerns=facilitates_any,
    ),
    Kind(
        key="enrolment.left",
        label=_("I no longer take part in a network"),
        group=NETWORKS,
        title=_("You no longer take part in %(network)s"),
        text=_(
            "You withdrew. Are there meetings to come? Then you get a mail for each of them, which takes it out of "
            "your calendar."
        ),
        action=_("View the network"),
        letters=invitations.of_leaver,
    ),
    Kind(
        key="enrolment.moved_up",
        label=_("A place came free for me"),
        group=NETWORKS,
        title=_("A place came free in %(network)s"),
        text=_("You were first on the waiting list. The facilitator now looks at your sign-up; you hear from us."),
        action=_("View your sign-up"),
    ),
    Kind(
        key="enrolment.offered",
        label=_("A place is kept for me"),
        group=NETWORKS,
        title=_("A place came free in %(network)s: is it yours?"),
        text=_(
            "You were first on the waiting list. We keep the place for you until %(until)s. Confirm before then that "
            "you still want it; after that it goes to the next one."
        ),
        action=_("Confirm my place"),
    ),
    Kind(
        key="enrolment.offer_ended",
        label=_("A place is no longer kept for me"),
        group=NETWORKS,
        title=_("Your place in %(network)s went to the next one"),
        text=_("You did not confirm the place in time. Would you still like to take part? Sign up again."),
        action=_("View the network"),
    ),
)


def enrolled(enrolment: Enrolment) -> None:
    """To the person how it stands, to the facilitators that somebody signed up."""
    kind = {
        Enrolment.State.REQUESTED: "enrolment.received",
        Enrolment.State.WAITING: "enrolment.waiting",
        Enrolment.State.ACCEPTED: "enrolment.accepted",
    }[Enrolment.State(enrolment.state)]
    _tell_person(enrolment, kind)
    _tell_facilitators(enrolment, "enrolment.requested")


def moved_up(enrolment: Enrolment) -> None:
    """To the person on the waiting list for whom a place came free."""
    accepted = enrolment.state == Enrolment.State.ACCEPTED
    if enrolment.confirm_by:
        _tell_person(enrolment, "enrolment.offered")
    else:
        _tell_person(enrolment, "enrolment.accepted" if accepted else "enrolment.moved_up")
    if not accepted:
        _tell_facilitators(enrolment, "enrolment.requested")


def accepted(enrolment: Enrolment) -> None:
    _tell_person(enrolment, "enrolment.accepted")


def declined(enrolment: Enrolment) -> None:
    _tell_person(enrolment, "enrolment.declined")


def withdrawn(enrolment: Enrolment) -> None:
    """To the facilitators; who withdrew knows."""
    _tell_facilitators(enrolment, "enrolment.withdrawn")


def left(enrolment: Enrolment) -> None:
    """To the person who took part: it is done, and coming meetings leave the calendar."""
    _tell_person(enrolment, "enrolment.left")


def offer_ended(enrolment: Enrolment) -> None:
    """To the person whose place goes to the next one, and to the facilitators."""
    _tell_person(enrolment, "enrolment.offer_ended")
    _tell_facilitators(enrolment, "enrolment.withdrawn")


def _tell_person(enrolment: Enrolment, kind: str) -> None:
    network = enrolment.network
    announcement = network.get_absolute_url()
    urls = {
        "enrolment.accepted": network.space_url,
        "enrolment.declined": announcement,
        "enrolment.left": announcement,
        "enrolment.offer_ended": announcement,
    }
    _tell([enrolment.person], kind, enrolment, urls.get(kind, network.enrol_url))


def _tell_facilitators(enrolment: Enrolment, kind: str) -> None:
    others = enrolment.network.facilitators.exclude(pk=enrolment.person_id)
    url = enrolment.network.cockpit_url
    if kind == "enrolment.requested" and enrolment.state == Enrolment.State.REQUESTED:
        url = reverse("networks:request", args=[enrolment.network.slug, enrolment.pk])
    _tell(others, kind, enrolment, url)


def _tell(people: Iterable[User], kind: str, enrolment: Enrolment, url: str) -> None:
    question = enrolment.learning_question
    params = {
        "person": enrolment.person,
        "school": str(enrolment.school),
        "network": enrolment.network.title,
        "question": question.text if question else "",
        "reason": enrolment.decline_reason,
        "until": _until(enrolment),
    }
    notify(people, kind, about=enrolment, url=url, params=params)


def _until(enrolment: Enrolment) -> str:
    """When the offer ends, in the words of who gets it."""
    with translation.override(enrolment.person.language):
        return day_and_hours(enrolment.confirm_by, None) if enrolment.confirm_by else ""
