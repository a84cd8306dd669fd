from django.utils.translation import gettext_lazy as _

from core.errors import DomainError, InvalidInput, NotAllowed


class OtherSender(NotAllowed):
    """An answer from another address than those of the person whom the mail went to."""

    code = "other_sender"
    message = _("You wrote from another mail address than the one of your account. Send your answer from that one.")


class NothingWritten(InvalidInput):
    """A mail without a word or a file above the line."""

    code = "nothing_written"
    message = _("We found no text above the line. Write your answer at the very top of the mail.")


class MessageGone(DomainError):
    """The post that is answered is there no more."""

    code, status = "not_found", 404
    message = _("The conversation is no longer there.")
