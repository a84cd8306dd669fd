"""Mail to people without an account: colleagues who are asked for feedback, and who may look along. Never lost."""

from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db.models import Manager, QuerySet
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from accounts.languages import in_language
from accounts.mail import compose
from core.clock import day_and_clock
from core.printable import one_line
from notifications.owed import send_owed
from validation.models import CaseTheme, FeedbackRequest, LookAlong, ScanRespondent
from validation.models.by_link import News

Row = FeedbackRequest | LookAlong | ScanRespondent
ASKED: dict[str, Manager[Any]] = {
    "feedbackrequest": FeedbackRequest.objects,
    "lookalong": LookAlong.objects,
    "scanrespondent": ScanRespondent.objects,
}
PAGES = {FeedbackRequest: "give_feedback", LookAlong: "looking_along", ScanRespondent: "answer_scan"}


def send(model: str, pk: int) -> int:
    """Mail the person behind this row as far as something is due; returns how many mails went out."""
    return send_owed(_rows(ASKED[model]).filter(pk=pk), compose_for)


def send_due() -> int:
    """Mail whatever is due. Run by the scheduler."""
    return sum(send_owed(_rows(asked), compose_for) for asked in ASKED.values())


def _rows(asked: Manager[Any]) -> QuerySet[Any]:
    if asked.model is ScanRespondent:
        return asked.select_related("scan__case__person")
    return asked.select_related("theme__theme", "theme__case__person")


def compose_for(row: Row) -> EmailMultiAlternatives:
    """What the person has to know now, in the language of who asked."""
    asks = not isinstance(row, LookAlong)
    theme: CaseTheme | None = None if isinstance(row, ScanRespondent) else row.theme
    case = row.scan.case if isinstance(row, ScanRespondent) else row.theme.case
    with translation.override(row.language):
        person = one_line(case.person.name)
        address = reverse(f"validation:{PAGES[type(row)]}", args=[row.token])
        ended = row.withdrawn_at is not None
        return compose(
            to=row.email,
            language=row.language,
            subject=_subject(row, asks) % {"person": person},
            template="validation/mail/by_link",
            context={
                "name": one_line(row.name),
                "person": person,
                "theme": one_line(theme.theme.label) if theme else "",
                "is_scan": theme is None,
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
