"""What somebody missed in a network: since the last visit, or since a meeting; what is asked first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from community.excerpts import excerpt_of
from community.models import Post, Thread
from community.querysets import ThreadQuerySet
from community.subjects import Subject, subject_of
from networks.models import Meeting, Network

MOST = 100  # conversations
EXCERPT = 200  # characters
MEETINGS_OFFERED = 4


@dataclass(frozen=True)
class Entry:
    """One conversation. number: how many new messages of others. post: the one to begin with, if there is one."""

    thread: Any
    number: int
    post: Post | None

    @property
    def url(self) -> str:
        return self.post.get_absolute_url() if self.post else str(self.thread.get_absolute_url())

    @property
    def excerpt(self) -> str:
        return excerpt_of(self.post, EXCERPT) if self.post else ""


@dataclass(frozen=True)
class Group:
    """Conversations about the same learning question, meeting or assignment; or about none of these."""

    subject: Subject | None
    entries: list[Entry]


@dataclass(frozen=True)
class Section:
    """Conversations of which the same is to be said."""

    key: str
    title: str | Promise
    entries: list[Entry]

    @property
    def groups(self) -> list[Group]:
        """By what they are about, in the order of the newest; those about nothing in particular come last."""
        found: dict[Subject | None, list[Entry]] = {}
        for entry in self.entries:
            found.setdefault(subject_of(entry.thread), []).append(entry)
        return sorted((Group(*it) for it in found.items()), key=lambda group: group.subject is None)


TITLES = {
    "asked": _("Asked of you"),
    "decided": _("Decided and announced"),
    "unanswered": _("Still without an answer"),
    "new": _("New in other conversations"),
}


def meetings_to_choose(network: Network) -> list[Meeting]:
    """The latest meetings that were held, the newest first."""
    held = Meeting.objects.filter(series__network=network, ends_at__lt=timezone.now(), state=Meeting.State.PLANNED)
    return list(held.order_by("-ends_at", "-pk")[:MEETINGS_OFFERED])


def missed(network: Network, person: User, *, since: datetime | None = None) -> list[Section]:
    """Sections with what is new; two queries however much that is.

    since: a moment; without it each conversation counts from where the person read it. What the person follows not at
    all stays out.
    """
    threads = list(
        _with_news(network.threads.living().visible_to(person).followed_by(person), person, since).order_by(
            "-last_seq"
        )[:MOST]
    )
    posts = {it.pk: it for it in _named_posts(threads)}
    sections: dict[str, list[Entry]] = {key: [] for key in TITLES}
    for thread in threads:
        thread.network = network
        key, post = _place(thread, posts)
        if post:
            post.thread = thread
        sections[key].append(Entry(thread, thread.fresh, post))
    return [Section(key, TITLES[key], entries) for key, entries in sections.items() if entries]


def _with_news(threads: ThreadQuerySet, person: User, since: datetime | None) -> QuerySet[Any]:
    """Threads with new messages of others, and questions that nobody else replied to."""
    if since is None:
        threads = threads.read_by(person)
    later = Q(created_at__gt=since) if since else Q(seq__gt=OuterRef("read_up_to"))
    fresh = Post.objects.standing().filter(later, thread=OuterRef("pk")).exclude(author=person).order_by("seq")
    names = Q(body__contains=f'data-mention="{person.pk}"') | Q(body__contains='data-mention="all"')
    replies = Post.objects.standing().filter(thread=OuterRef("pk")).exclude(author=OuterRef("author"))
    counted = fresh.order_by().values("thread").annotate(n=Count("pk")).values("n")
    is_waiting = Q(kind=Thread.Kind.QUESTION, answer=None, is_answered=False) & ~Q(author=person)
    return (
        threads.to_show()
        .annotate(
            fresh=Coalesce(Subquery(counted), 0),
            first_fresh=Subquery(fresh.values("pk")[:1]),
            asks=Subquery(fresh.filter(names).values("pk")[:1]),
            is_answered=Exists(replies),
            opening=Subquery(Post.objects.filter(thread=OuterRef("pk"), key=OuterRef("key")).values("pk")[:1]),
        )
        .filter(Q(fresh__gt=0) | is_waiting)
    )


def _named_posts(threads: Iterable[Any]) -> QuerySet[Post]:
    wanted = {pk for it in threads for pk in (it.first_fresh, it.asks, it.answer_id, it.opening) if pk}
    return Post.objects.standing().filter(pk__in=wanted).select_related("author")


def _place(thread: Any, posts: dict[int, Post]) -> tuple[str, Post | None]:
    """In which section the thread stands, and the message to begin with."""
    if thread.asks and thread.kind != Thread.Kind.ANNOUNCEMENT:
        return "asked", posts.get(thread.asks)
    if thread.answer_id:
        return "decided", posts.get(thread.answer_id) or posts.get(thread.first_fresh)
    if thread.kind == Thread.Kind.ANNOUNCEMENT:
        return "decided", posts.get(thread.first_fresh)
    if thread.kind == Thread.Kind.QUESTION and not thread.is_answered:
        return "unanswered", posts.get(thread.opening)
    return "new", posts.get(thread.first_fresh)
