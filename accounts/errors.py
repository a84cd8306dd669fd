from django.utils.translation import gettext_lazy as _

from core.errors import DomainError


class MailUnavailable(DomainError):
    """The mail server does not answer, and without the mail the person cannot go on."""

    code, status = "mail_unavailable", 503
    message = _("We cannot send mail at the moment. Please try again in a few minutes.")
