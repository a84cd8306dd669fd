"""What people are told about what they agreed to."""

from django.utils.translation import gettext_lazy as _

from accounts.models import User
from networks.models import Arrangement, Enrolment
from networks.news.groups import NETWORKS
from networks.news.readers import by_language
from networks.obligations import Obligation
from networks.policies import facilitates_any
from notifications.delivery import Delivery
from notifications.kinds import Kind
from notifications.services import notify

KINDS = (
    Kind(
        key="obligation.changed",
        label=_("How what I agreed to stands, when it changes"),
        group=NETWORKS,
        title=_("%(obligation)s: %(state)s"),
        text=_("In %(network)s something changed in what you agreed to: “%(obligation)s” is now “%(state)s”. %(why)s"),
        action=_("View what you agreed to"),
    ),
    Kind(
        key="obligation.lost",
        label=_("Participants for whom something is no longer attainable, in networks that I facilitate"),
        group=NETWORKS,
        title=_("%(person)s: %(obligation)s is no longer attainable"),
        text=_("In %(network)s, “%(obligation)s” is no longer attainable for %(person)s. Agree on a way to make up."),
        action=_("Arrange something"),
        delivery=Delivery.INBOX,
        concerns=facilitates_any,
    ),
    Kind(
        key="obligation.arranged",
        label=_("What a facilitator arranged with me about what I agreed to"),
        group=NETWORKS,
        title=_("Arranged with you in %(network)s"),
        text=_("%(by)s noted about what you agreed to:\n\n%(text)s"),
        action=_("View what you agreed to"),
    ),
)


def changed(enrolment: Enrolment, obligation: Obligation) -> None:
    """To the participant; when it is lost also to the facilitators."""
    network = enrolment.network

    def params() -> dict[str, object]:
        return {
            "network": network.title,
            "person": enrolment.person,
            "obligation": obligation.label,
            "state": obligation.state.label,
            "why": obligation.why,
        }

    for group, filled in by_language([enrolment.person], params):
        notify(group, "obligation.changed", about=enrolment, url=network.agreed_url, params=filled)
    if obligation.state == "unattainable":
        facilitators = network.facilitators.exclude(pk=enrolment.person_id)
        for group, filled in by_language(facilitators, params):
            url = network.member_ledger_url(enrolment.pk)
            notify(group, "obligation.lost", about=enrolment, url=url, params=filled)


def arranged(arrangement: Arrangement, by: User) -> None:
    """To the participant, when there is something to read."""
    enrolment = arrangement.enrolment
    if arrangement.text and enrolment.person_id != by.pk:
        params = {"network": enrolment.network.title, "by": by, "text": arrangement.text}
        notify(
            [enrolment.person],
            "obligation.arranged",
            about=arrangement,
            url=enrolment.network.agreed_url,
            params=params,
        )
