"""What feedback and looking along share: who may be asked, the mail, and taking the link back."""

from typing import TypeVar

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from core.errors import InvalidInput
from core.model_checks import check_characters, refusing
from notifications.services import is_quiet
from validation import tasks
from validation.models import FeedbackRequest, LookAlong, ScanRespondent
from validation.models.by_link import ByLink, News

Row = TypeVar("Row", bound=ByLink)
TYPED = {"name", "email", "relation", "message"}


def checked(row: Row, by: User) -> Row:
    """The row, whose name, address and message are what they should be. Raises InvalidInput."""
    for name in TYPED & {field.name for field in row._meta.fields}:
        setattr(row, name, getattr(row, name).strip())
    with refusing():
        row.clean_fields(exclude={field.name for field in row._meta.fields} - TYPED)
        check_characters(row)
    if row.email.casefold() == by.email.casefold():
        raise InvalidInput(errors={"email": [_("This is your own address.")]})
    return row


def tell(row: FeedbackRequest | LookAlong | ScanRespondent, news: str) -> None:
    """Mail the person behind the link. A mail that was never sent is replaced by what is true now."""
    if is_quiet():
        return
    unmailed = row.news == News.ASKED and row.mail_due_at is not None
    if news == News.ENDED and unmailed:
        row.news, row.mail_due_at = "", None
    else:
        row.news, row.mail_due_at = (News.ASKED if unmailed else news), timezone.now()
    row.mail_attempts = 0
    row.save(update_fields=["news", "mail_due_at", "mail_attempts"])
    transaction.on_commit(lambda: tasks.send_link_mail.enqueue(row._meta.model_name or "", row.pk), robust=True)


def end(row: FeedbackRequest | LookAlong | ScanRespondent) -> bool:
    """The link ends; ending it twice changes nothing. Whether it ended now."""
    moment = timezone.now()
    if not type(row).objects.filter(pk=row.pk, withdrawn_at=None).update(withdrawn_at=moment):
        return False
    row.withdrawn_at = moment
    return True
