from django.utils.translation import gettext_lazy as _

from core.errors import Conflict, DomainError


class StillNeeded(Conflict):
    """An account cannot end while something hangs on it alone; the message says what."""

    code = "still_needed"


class MailUnavailable(DomainError):
    """The mail server does not answer, and without the mail the person cannot go on."""

    code, status = "mail_unavailable", 503
    message = _("We cannot send mail at the moment. Please try again in a few minutes.")


class MailTaken(Conflict):
    """Each account has a mail address of its own."""

    code = "mail_taken"
    message = _("There is already an account with this mail address.")


class OwnAccount(Conflict):
    """Nobody closes the own account from the workplace, or gives up being administrator by accident."""

    code = "own_account"
    message = _("You cannot do this to your own account.")
