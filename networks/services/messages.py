"""A facilitator writes to a selection of the participants."""

from collections.abc import Collection
from uuid import UUID

from django.db import transaction

from accounts.models import User
from core.texts import checked_text
from networks.errors import NobodyChosen
from networks.models import FacilitatorMessage, Network
from networks.news import messages as news
from networks.services.enrolling import locked
from networks.services.log import note


@transaction.atomic
def write_to_members(
    *, network: Network, by: User, members: Collection[int], subject: str, text: str, key: UUID
) -> FacilitatorMessage:
    """Tell these participants, each in the inbox and by mail; the same key again sends nothing.

    members: ids of people; who does not (any longer) take part is left out. Raises NobodyChosen, InvalidInput.
    """
    subject = " ".join(checked_text("subject", subject, longest=200).split())
    text = checked_text("text", text)
    locked(network)  # of two that send the same, the second sees the first
    if sent := FacilitatorMessage.objects.filter(author=by, key=key, network=network).first():
        return sent
    people = list(User.objects.filter(enrolments__in=network.enrolments.accepted(), pk__in=members).exclude(pk=by.pk))
    if not people:
        raise NobodyChosen(errors={"members": [str(NobodyChosen.message)]})
    message = FacilitatorMessage.objects.create(network=network, author=by, subject=subject, text=text, key=key)
    message.recipients.set(people)
    note(network, "message.sent", by=by, number=len(people))
    news.sent(message, people)
    return message
