from django.utils.translation import gettext_lazy as _

from core.errors import Conflict, DomainError, NotFound


class KeyReused(Conflict):
    """The author used this key before, for a post elsewhere."""

    code = "key_reused"
    message = _("This key was used for a post in another conversation.")


class TooManyPostFiles(Conflict):
    """More files than a post, or what waits to be sent, may have."""

    code = "too_many_files"
    message = _("A message takes at most 10 files. Put the others in a next message.")


class PostDeleted(Conflict):
    """A deleted post cannot be changed any more."""

    code = "post_deleted"
    message = _("This post was deleted.")


class PostGone(Conflict):
    """A deleted post cannot be brought back any more."""

    code = "post_gone"
    message = _("This message was deleted too long ago to bring it back.")


class ThreadNotFound(NotFound):
    """No such thread, or not in a network this person belongs to."""

    message = _("We could not find this conversation.")


class GroupClosed(Conflict):
    """A small group that is closed is read, and nothing changes in it."""

    code = "group_closed"
    message = _("This group is closed. You can still read what was said.")


class TooManyGroups(DomainError):
    """More open groups than one person looks after, or invitations than a group has places."""

    code, status = "too_many_requests", 429
    message = _("You founded many groups in this network. Close one first, or ask the facilitator.")


class InvitationGone(Conflict):
    """The invitation was taken back, or answered."""

    code = "invitation_gone"
    message = _("This invitation is no longer there.")


class TooManyPosts(DomainError):
    """More posts in a short time than a person can write."""

    code, status = "too_many_requests", 429
    message = _("You are posting very quickly. Please wait a moment; we keep your text.")


class TooManyReports(DomainError):
    """More reports in a day than a facilitator can read."""

    code, status = "too_many_requests", 429
    message = _(
        "You reported many messages today. The facilitator looks at them first; call or mail when it cannot wait."
    )


class ReportDecided(Conflict):
    """Somebody decided on it already."""

    code = "report_decided"
    message = _("Somebody else decided on this report already.")


class ConductNotAccepted(DomainError):
    """Writing before one accepted the code of conduct."""

    code, status = "conduct_not_accepted", 403
    message = _("Before you write here, please read how we treat each other, and agree to it.")


class RequestsUnwanted(Conflict):
    """Asking somebody for a talk who takes no requests, or none of this person: both look alike."""

    code = "no_requests"
    message = _("This member takes no requests for a talk now.")


class RequestAnswered(Conflict):
    """The request for a talk is no longer open."""

    code = "request_answered"
    message = _("This request was answered or taken back already.")


class TooManyRequests(DomainError):
    """More requests for a talk in a day than one has talks."""

    code, status = "too_many_requests", 429
    message = _("You asked many members for a talk today. Please wait for their answers first.")
