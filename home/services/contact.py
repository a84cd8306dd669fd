"""What visitors ask by the contact form."""

import structlog
from django.core.mail import EmailMessage
from django.utils.translation import gettext as _
from django.utils.translation import override

from home.errors import QuestionNotSent

log = structlog.get_logger(__name__)


def send_question(*, to: str, name: str, email: str, subject: str, message: str, language: str = "nl") -> None:
    """Mail a question to the organisation; answering the mail answers the person who asked.

    It goes out at once and is not kept: who asks sees whether it was sent. Raises QuestionNotSent.
    """
    with override("nl"):
        text = _("%(name)s (%(email)s) asks on the contact page (language: %(language)s):") % {
            "name": name,
            "email": email,
            "language": language,
        }
        title = _("Question: %(subject)s") % {"subject": subject}
    mail = EmailMessage(title, f"{text}\n\n{message}\n", to=[to], reply_to=[email])
    try:
        mail.send()
    except Exception as error:  # whatever a mail server or driver raises
        log.warning("question_not_sent", error=type(error).__name__)
        raise QuestionNotSent from error
