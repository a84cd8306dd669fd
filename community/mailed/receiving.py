"""An answer by mail becomes a post, once; one that cannot is answered with the reason, once."""

import hashlib
import uuid
from collections.abc import Iterator
from datetime import timedelta

import structlog
from allauth.account.models import EmailAddress
from anymail.inbound import AnymailInboundMessage
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone, translation

from accounts.models import User
from community import services
from community.limits import require_pace
from community.mailed import addresses
from community.mailed.answering import answer
from community.mailed.enclosed import files_of
from community.mailed.errors import MessageGone, NothingWritten, OtherSender
from community.mailed.machines import is_automatic
from community.mailed.quoting import without_quote
from community.mailed.words import words_of
from community.models import Post, ReceivedMail
from core import richtext
from core.errors import DomainError
from core.files import FileRefused, FileTooLarge
from networks.models import Network

log = structlog.get_logger(__name__)
KEYS = uuid.UUID("6f0c2a55-7d0e-4f5b-9b5e-0d0b8a5b9d11")
MOST_ANSWERS = 5  # to the mails of one person in an hour: two machines then do not go on for ever
REMEMBERED = timedelta(days=30)


def receive(mail: AnymailInboundMessage) -> Post | None:
    """Put what the mail says in the conversation of the post that it answers.

    Nothing happens to mail for an address that we did not give out, or that no person wrote.
    """
    addressed = addresses.read(_recipients(mail))
    person = User.objects.filter(pk=addressed.person, is_active=True).first() if addressed else None
    sender = _sender(mail)
    if addressed is None or person is None or mail.spam_detected:
        log.info("mail_for_nobody")
        return None
    if is_automatic(mail, sender=sender, envelope_sender=mail.envelope_sender):
        log.info("mail_of_a_machine", person=person.pk)
        return None
    with translation.override(person.language):
        return _receive_once(mail, person, addressed.post, sender)


@transaction.atomic
def _receive_once(mail: AnymailInboundMessage, person: User, post: int, sender: str) -> Post | None:
    row, is_new = ReceivedMail.objects.get_or_create(key=key_of(mail, person), defaults={"person": person})
    if not is_new:
        return None
    try:
        with transaction.atomic():
            return _post(mail, person, post, sender, row.key)
    except DomainError as error:
        row.refused = error.code
        row.save(update_fields=["refused"])
        log.info("mail_refused", person=person.pk, reason=error.code)
        if sender and _answers_to(person) <= MOST_ANSWERS:
            answer(mail, to=sender, person=person, reason=str(error))
    return None


def _post(mail: AnymailInboundMessage, person: User, answered: int, sender: str, key: uuid.UUID) -> Post:
    if not _is_of(sender, person):
        raise OtherSender
    post = Post.objects.select_related("thread__network", "thread__group").filter(pk=answered).first()
    if post is None:
        raise MessageGone
    require_pace(person)
    thread = post.thread
    written = without_quote(words_of(mail))
    files = [_keep(file, thread.network, person) for file in files_of(mail)]
    if not written and not files:
        raise NothingWritten
    body = richtext.from_plain(written)
    return services.create_post(thread=thread, author=person, body=body, key=key, files=files)


def _keep(file: UploadedFile, network: Network, person: User) -> int:
    """The id of the kept file. Raises what `services.keep_file` does, naming the file where it is to blame."""
    try:
        return services.keep_file(network=network, by=person, file=file).pk
    except (FileRefused, FileTooLarge) as error:
        raise FileRefused(f"{file.name}: {error}") from error


def key_of(mail: AnymailInboundMessage, person: User) -> uuid.UUID:
    """The same for each delivery of the same mail of the same person."""
    given = str(mail.get("Message-ID", "")).strip() or hashlib.sha256(mail.as_bytes()).hexdigest()
    return uuid.uuid5(KEYS, f"{person.pk} {given}")


def _sender(mail: AnymailInboundMessage) -> str:
    """The one address in From; empty when there is none, or more than one."""
    found = mail.get_address_header("From")
    return found[0].addr_spec.lower() if len(found) == 1 else ""


def _recipients(mail: AnymailInboundMessage) -> Iterator[str]:
    yield mail.envelope_recipient or ""
    for header in ("Delivered-To", "X-Original-To"):
        yield str(mail.get(header, ""))
    for header in ("To", "Cc", "Bcc"):
        yield from (found.addr_spec for found in mail.get_address_header(header))


def _is_of(sender: str, person: User) -> bool:
    """Is it an address that this person showed to have?"""
    if sender == person.email.lower():
        return True
    return EmailAddress.objects.filter(user=person, verified=True, email__iexact=sender).exists()


def _answers_to(person: User) -> int:
    lately = timezone.now() - timedelta(hours=1)
    return ReceivedMail.objects.filter(person=person, received_at__gt=lately).exclude(refused="").count()


def forget_received() -> None:
    """Nobody delivers a mail again after a month; a periodic job."""
    ReceivedMail.objects.filter(received_at__lt=timezone.now() - REMEMBERED).delete()
