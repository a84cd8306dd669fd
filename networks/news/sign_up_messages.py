"""What people are told of questions about a sign-up."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from networks.models import SignUpMessage
from networks.news.groups import NETWORKS
from networks.policies import facilitates_any
from notifications.kinds import Kind
from notifications.services import notify

KINDS = (
    Kind(
        key="enrolment.asked",
        label=_("A question about my sign-up"),
        group=NETWORKS,
        title=_("A question about your sign-up for %(network)s"),
        text=_("%(person)s asks:\n\n%(text)s"),
        action=_("Answer the question"),
    ),
    Kind(
        key="enrolment.answered",
        label=_("Answers about sign-ups in networks that I facilitate"),
        group=NETWORKS,
        title=_("%(person)s answers about the sign-up for %(network)s"),
        text=_("%(person)s writes:\n\n%(text)s"),
        action=_("View the sign-up"),
        concerns=facilitates_any,
    ),
)


def written(message: SignUpMessage) -> None:
    """To who signed up when a facilitator wrote, and the other way round."""
    enrolment, network = message.enrolment, message.enrolment.network
    params = {"person": message.author, "network": network.title, "text": message.text}
    if message.author_id != enrolment.person_id:
        notify([enrolment.person], "enrolment.asked", about=enrolment, url=network.enrol_url, params=params)
        return
    url = reverse("networks:request", args=[network.slug, enrolment.pk])
    notify(network.facilitators.all(), "enrolment.answered", about=enrolment, url=url, params=params)
