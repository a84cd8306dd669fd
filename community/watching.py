"""What the discussion tells a facilitator: who is silent, and which questions stay without an answer."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Exists, Max, OuterRef, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from community.models import Post, ReadingPosition, Thread
from networks.attention import Round, Signal, rows
from networks.models import Network

SILENCE = timedelta(days=30)
UNANSWERED = timedelta(hours=72)
SHOWN = 5


def matters(network: Network, moment: datetime) -> Iterator[QuerySet[Any, Any]]:
    """Questions to which nobody else replied in time, and who wrote or read something lately."""
    replies = Post.objects.standing().filter(thread=OuterRef("pk")).exclude(author=OuterRef("author"))
    questions = Thread.objects.filter(
        ~Exists(replies),
        merged_into=None,
        hidden_at=None,
        group=None,  # what is said in a small group is not the facilitator's to read
        network=network,
        kind=Thread.Kind.QUESTION,
        created_at__lt=moment - UNANSWERED,
    )
    yield rows(questions, "questions")
    since = moment - SILENCE
    wrote = Post.objects.filter(thread__network=network, created_at__gt=since)
    read = ReadingPosition.objects.filter(thread__network=network, updated_at__gt=since)
    yield rows(wrote.values("author"), "active", pk="author", title="", since=Max("created_at"))
    yield rows(read.values("person"), "active", pk="person", title="", since=Max("updated_at"))


def silent_members(round_: Round) -> Iterator[Signal]:
    """Participants who neither wrote nor read anything in the discussion for a month."""
    since = round_.moment - SILENCE
    here_long = [it for it in round_.members if it.joined_at and it.joined_at < since]
    active = {matter.pk for matter in round_.matters.get("active", ())}
    silent = [it for it in here_long if it.person_id not in active]
    if silent:
        yield Signal(
            title=_("Quiet for a month"),
            why=_("They wrote and read nothing in the discussion for 30 days. A call or a mail often helps."),
            people=silent,
        )


def unanswered_questions(round_: Round) -> Iterator[Signal]:
    """Questions to which nobody else replied within 72 hours."""
    found = round_.matters.get("questions", ())
    if found:
        number = len(found)
        yield Signal(
            title=ngettext("A question without an answer", "Questions without an answer", number),
            why=_("Asked more than 72 hours ago, and nobody replied."),
            about=[thread.title for thread in found[:SHOWN]],
            url=reverse("community:thread", args=[round_.network.slug, found[0].pk]),
            action=_("View the oldest"),
        )


WATCHERS = {"unanswered_questions": unanswered_questions, "silent_members": silent_members}
