from django.utils.translation import gettext_lazy as _

from core.errors import DomainError


class QuestionNotSent(DomainError):
    """The mail server did not take a question from the contact form."""

    code, status = "question_not_sent", 503
    message = _("Your message could not be sent just now. Please try again in a few minutes.")
