"""Telling somebody why an answer by mail did not become a post."""

from functools import partial

from anymail.inbound import AnymailInboundMessage
from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.mail import compose
from accounts.models import User
from community.tasks import send_refusal

LONGEST = 150


def answer(mail: AnymailInboundMessage, *, to: str, person: User, reason: str) -> None:
    """Send the reason when what happens now is final, in the language of the person."""
    about, reference = _line(mail.get("Subject")), _line(mail.get("Message-ID"))
    send = partial(send_refusal.enqueue, to, person.language, about, reason, reference)
    transaction.on_commit(send, robust=True)


def _line(header: object) -> str:
    return " ".join(str(header or "").split())[:LONGEST]


def send(to: str, language: str, about: str, reason: str, reference: str) -> None:
    """about, reference: the subject and the Message-ID of the mail that was refused."""
    headers = {"Auto-Submitted": "auto-replied"}
    if reference.startswith("<") and reference.endswith(">"):
        headers |= {"In-Reply-To": reference, "References": reference}
    mail = compose(
        to=to,
        language=language,
        subject=_("Your answer is not in the discussion"),
        template="community/mail/refused",
        context={"about": about, "reason": reason, "link": settings.BASE_URL + reverse("notifications:inbox")},
        headers=headers,
    )
    mail.send()
