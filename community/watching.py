"""What the discussion tells a facilitator: who is silent, and which questions stay without an answer."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from community.models import Post, ReadingPosition, Thread
from networks.attention import Round, Signal

SILENCE = timedelta(days=30)
UNANSWERED = timedelta(hours=72)
SHOWN = 5


def silent_members(round_: Round) -> Iterator[Signal]:
    """Participants who neither wrote nor read anything in the discussion for a month."""
    since = round_.moment - SILENCE
    here_long = [it for it in round_.members if it.joined_at and it.joined_at < since]
    active = _active_since(since, round_.network.pk)
    silent = [it.person.name for it in here_long if it.person_id not in active]
    if silent:
        yield Signal(
            title=_("Quiet for a month"),
            why=_("They wrote and read nothing in the discussion. A call or a mail often helps."),
            about=silent,
            url=f"{round_.network.cockpit_url}#members",
            action=_("View the participants"),
        )


def unanswered_questions(round_: Round) -> Iterator[Signal]:
    """Questions to which nobody else replied within 72 hours."""
    replies = Post.objects.standing().filter(thread=OuterRef("pk")).exclude(author=OuterRef("author"))
    questions = Thread.objects.filter(
        ~Exists(replies),
        network=round_.network,
        kind=Thread.Kind.QUESTION,
        created_at__lt=round_.moment - UNANSWERED,
    )
    found = list(questions.select_related("network").order_by("created_at")[: SHOWN + 1])
    if found:
        number = len(found)
        yield Signal(
            title=ngettext("A question without an answer", "Questions without an answer", number),
            why=_("Asked more than 72 hours ago, and nobody replied."),
            about=[thread.title for thread in found[:SHOWN]],
            url=found[0].get_absolute_url(),
            action=_("View the oldest"),
        )


def _active_since(moment: datetime, network: int) -> set[int]:
    """Who wrote or read something in this network's discussion after the moment, in one query."""
    wrote = Post.objects.filter(thread__network=network, created_at__gt=moment).order_by().values_list("author")
    read = ReadingPosition.objects.filter(thread__network=network, updated_at__gt=moment).values_list("person")
    return {person for (person,) in wrote.union(read)}


WATCHERS = {"unanswered_questions": unanswered_questions, "silent_members": silent_members}
