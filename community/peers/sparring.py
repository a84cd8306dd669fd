"""Asking another member for a talk, answering kindly, and not being asked."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from community.errors import RequestAnswered, RequestsUnwanted, TooManyRequests
from community.models import Block, SparRequest
from community.peers.policies import may_ask
from community.peers.services import LONGEST
from community.services.checking import require_member
from core.errors import InvalidInput, NotAllowed, NotFound
from core.texts import checked_text
from networks.models import Network
from networks.policies import people_of
from notifications.services import mark_read_about, notify

MOST_A_DAY = 10
LONGEST_WHEN = 200
State = SparRequest.State


@transaction.atomic
def ask_to_spar(
    *, network: Network, asker: User, asked: User, subject: str, when: str = "", how: str = SparRequest.How.ANY
) -> SparRequest:
    """Ask another member for a talk. Asking again while it is open answers the first.

    Raises NotAllowed, NotFound, InvalidInput, RequestsUnwanted, TooManyRequests.
    """
    require_member(asker, network)
    subject = checked_text("subject", subject, longest=LONGEST)
    when = checked_text("when", when, longest=LONGEST_WHEN, needed=False)
    if how not in SparRequest.How.values:
        raise InvalidInput(errors={"how": [_("Choose how you want to talk.")]})
    list(User.objects.select_for_update().filter(pk__in=[asker.pk, asked.pk]).order_by("pk"))  # one request at a time
    if not people_of(network).filter(pk=asked.pk).exists():
        raise NotFound
    if not may_ask(asker, asked):
        raise RequestsUnwanted
    own = SparRequest.objects.filter(asker=asker)
    if earlier := own.filter(network=network, asked=asked, state=State.OPEN).first():
        return earlier
    if own.filter(created_at__gt=timezone.now() - timedelta(days=1)).count() >= MOST_A_DAY:
        raise TooManyRequests
    made = SparRequest.objects.create(network=network, asker=asker, asked=asked, subject=subject, when=when, how=how)
    _tell(made, asked, "spar.asked", asker)
    return made


@transaction.atomic
def answer_spar_request(*, request: SparRequest, by: User, state: str, answer: str = "") -> SparRequest:
    """Say yes, not now or no; the asker is told. Raises NotAllowed, InvalidInput, RequestAnswered."""
    if not by.has_perm("community.answer_spar_request", request):
        raise NotAllowed
    answer = checked_text("answer", answer, longest=LONGEST, needed=False)
    if state not in SparRequest.ANSWERS:
        raise InvalidInput(errors={"state": [_("Choose your answer.")]})
    request.answer = answer
    _end(request, state)
    mark_read_about(person=by, about=request)
    _tell(request, request.asker, f"spar.{state}", by)
    return request


@transaction.atomic
def withdraw_spar_request(*, request: SparRequest, by: User) -> SparRequest:
    """Take one's own request back. Raises NotAllowed, RequestAnswered."""
    if not by.has_perm("community.withdraw_spar_request", request):
        raise NotAllowed
    _end(request, State.WITHDRAWN)
    mark_read_about(person=request.asked, about=request)
    return request


@transaction.atomic
def block(*, person: User, other: User) -> None:
    """Let the other ask this person nothing more. Nobody is told; an open request of the other looks declined.

    Raises NotAllowed for oneself.
    """
    if person.pk == other.pk:
        raise NotAllowed
    Block.objects.get_or_create(person=person, blocked=other)
    for request in SparRequest.objects.with_people().filter(asker=other, asked=person, state=State.OPEN):
        answer_spar_request(request=request, by=person, state=State.DECLINED)


def unblock(*, person: User, other: User) -> None:
    """Let the other ask again."""
    Block.objects.filter(person=person, blocked=other).delete()


def _end(request: SparRequest, state: str) -> None:
    """Raises RequestAnswered when it is no longer open, which two who decide at once find out here."""
    moment = timezone.now()
    still_open = SparRequest.objects.filter(pk=request.pk, state=State.OPEN)
    if not still_open.update(state=state, answer=request.answer, answered_at=moment):
        raise RequestAnswered
    request.state, request.answered_at = state, moment


def _tell(request: SparRequest, whom: User, kind: str, name: User) -> None:
    if not people_of(request.network).filter(pk=whom.pk).exists():
        return
    params = {"name": name, "network": request.network.title}
    notify([whom], kind, about=request, url=request.get_absolute_url(), params=params)
