"""What facilitators hear when a participant's question grows."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from networks.models import LearningQuestion
from networks.news.groups import NETWORKS
from networks.policies import facilitates_any
from notifications.delivery import Delivery
from notifications.kinds import Kind
from notifications.services import notify

KINDS = (
    Kind(
        key="learning_question.revised",
        label=_("A participant revises the learning question in a network that I facilitate"),
        group=NETWORKS,
        delivery=Delivery.WEEKLY,
        may_be_off=True,
        title=_("%(person)s revised the learning question"),
        text=_("Now: %(question)s\n\nWhat changed: %(changed)s"),
        action=_("See how it grew"),
        concerns=facilitates_any,
    ),
)


def revised(question: LearningQuestion) -> None:
    """To the facilitators."""
    enrolment = question.enrolment
    network, person = enrolment.network, enrolment.person
    url = f"{reverse('networks:learning_questions', args=[network.slug])}#enrolment-{enrolment.pk}"
    params = {"person": person, "question": question.text, "changed": question.what_changed}
    readers = network.facilitators.exclude(pk=person.pk)
    notify(readers, "learning_question.revised", about=question, url=url, params=params)
