"""What is marked in the discussion: a pinned conversation, the answer to a question."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from community.models import EventCounter, Post, Thread
from community.policies import may_accept_answer, may_announce
from community.services.checking import require_part
from community.services.events import append
from core.errors import InvalidInput, NotAllowed


@transaction.atomic
def pin_thread(*, thread: Thread, by: User, on: bool = True) -> Thread:
    """Keep the conversation at the head of the list, or let it go. Raises NotAllowed."""
    require_part(by, thread.network, thread.group)
    if not may_announce(by, thread.network):
        raise NotAllowed(_("Only the facilitator pins conversations."))
    if bool(thread.pinned_at) != on:
        thread.pinned_at = timezone.now() if on else None
        _save(thread, "pinned_at")
    return thread


@transaction.atomic
def accept_answer(*, thread: Thread, by: User, post: Post | None) -> Thread:
    """Mark which message answers the question; None takes the mark away. Raises NotAllowed, InvalidInput."""
    require_part(by, thread.network, thread.group)
    if not may_accept_answer(by, thread):
        raise NotAllowed(_("Who asked the question, or the facilitator, says what the answer is."))
    if post and not _answers(post, thread):
        raise InvalidInput(errors={"answer": [_("Choose a message of this question.")]})
    if thread.answer != post:
        thread.answer = post
        _save(thread, "answer")
    return thread


def _answers(post: Post, thread: Thread) -> bool:
    """May it be the answer? Not the question itself, nor what is gone."""
    is_of_question = thread.kind == Thread.Kind.QUESTION and post.thread_id == thread.pk
    return is_of_question and not post.opens_thread and post.deleted_at is None


def _save(thread: Thread, field: str) -> None:
    counter = EventCounter.objects.lock(thread.network_id)
    thread.save(update_fields=[field])
    append(counter, "thread.changed", {"thread": thread.pk})
