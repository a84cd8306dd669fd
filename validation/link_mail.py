"""Mail to people without an account: colleagues who are asked for feedback, and who may look along. Never lost."""

from datetime import timedelta

import structlog
from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db.models import F
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from accounts.languages import in_language
from accounts.mail import compose
from core.clock import day_and_clock
from core.printable import one_line
from validation.models import FeedbackRequest, LookAlong
from validation.models.by_link import News

log = structlog.get_logger(__name__)
FIRST_RETRY, LAST_RETRY, GIVE_UP_AFTER = timedelta(minutes=5), timedelta(hours=6), 30
Row = FeedbackRequest | LookAlong
MODELS: dict[str, type[FeedbackRequest] | type[LookAlong]] = {
    "feedbackrequest": FeedbackRequest,
    "lookalong": LookAlong,
}


def send(model: str, pk: int) -> int:
    """Mail the person behind this row as far as something is due; returns how many mails went out."""
    return sum(map(_send_one, _due(MODELS[model]).filter(pk=pk)))


def send_due() -> int:
    """Mail whatever is due. Run by the scheduler."""
    return sum(_send_one(row) for model in MODELS.values() for row in _due(model))


def _due(model: type[FeedbackRequest] | type[LookAlong]):  # type: ignore[no-untyped-def]  # of either model
    rows = model.objects.filter(mail_due_at__lte=timezone.now())  # type: ignore[attr-defined]
    return rows.select_related("theme__theme", "theme__case__person")


def _send_one(row: Row) -> bool:
    """Plans the next attempt before trying: a second worker finds nothing due, and a crash loses nothing."""
    wait = min(FIRST_RETRY * 2 ** min(row.mail_attempts, 10), LAST_RETRY)
    retry = timezone.now() + wait if row.mail_attempts < GIVE_UP_AFTER else None
    rows = type(row).objects  # type: ignore[attr-defined]
    claimed = rows.filter(pk=row.pk, mail_due_at=row.mail_due_at)
    if not claimed.update(mail_due_at=retry, mail_attempts=F("mail_attempts") + 1):
        return False
    try:
        compose_for(row).send()
    except Exception as error:  # whatever a mail server or driver raises; the next attempt is planned already
        log.warning("link_mail_failed", row=row.pk, attempt=row.mail_attempts + 1, error=str(error))
        return False
    rows.filter(pk=row.pk, mail_due_at=retry).update(mail_due_at=None)
    return True


def compose_for(row: Row) -> EmailMultiAlternatives:
    """What the person has to know now, in the language of who asked."""
    asks = isinstance(row, FeedbackRequest)
    with translation.override(row.language):
        person = one_line(row.theme.case.person.name)
        address = reverse("validation:give_feedback" if asks else "validation:looking_along", args=[row.token])
        ended = row.withdrawn_at is not None
        return compose(
            to=row.email,
            language=row.language,
            subject=_subject(row, asks) % {"person": person},
            template="validation/mail/by_link",
            context={
                "name": one_line(row.name),
                "person": person,
                "theme": one_line(row.theme.theme.label),
                "message": row.message,
                "asks": asks,
                "ended": ended,
                "reminder": row.news == News.REMINDER,
                "until": day_and_clock(row.until),
                "link": "" if ended else settings.BASE_URL + in_language(address, row.language),
            },
            headers={"Auto-Submitted": "auto-generated"},
        )


def _subject(row: Row, asks: bool) -> str:
    if row.withdrawn_at is not None:
        return _("No longer needed: your feedback for %(person)s")
    if row.news == News.REMINDER:
        return _("A reminder: %(person)s asks for your feedback")
    return _("%(person)s asks for your feedback") if asks else _("%(person)s asks you to look along")
