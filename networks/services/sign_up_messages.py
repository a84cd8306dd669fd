"""Questions about a sign-up before it is decided, and the answers."""

from uuid import UUID

from django.db import transaction

from accounts.models import User
from core.texts import checked_text
from networks.errors import AlreadyDecided
from networks.models import Enrolment, SignUpMessage
from networks.news import sign_up_messages as news
from networks.services.archiving import require_open


@transaction.atomic
def write_about_sign_up(*, enrolment: Enrolment, author: User, text: str, key: UUID | None = None) -> SignUpMessage:
    """A facilitator asks, or who signed up answers; the other side is told. The same key again makes nothing new.

    Raises InvalidInput, AlreadyDecided.
    """
    text = checked_text("text", text)
    Enrolment.objects.select_for_update().get(pk=enrolment.pk)
    require_open(enrolment.network)
    if key and (sent := SignUpMessage.objects.filter(author=author, key=key, enrolment=enrolment).first()):
        return sent
    enrolment.refresh_from_db(fields=["state"])
    if enrolment.is_decided:
        raise AlreadyDecided
    message = SignUpMessage.objects.create(enrolment=enrolment, author=author, text=text, key=key)
    news.written(message)
    return message
