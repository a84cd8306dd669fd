"""Finding messages in one network's discussion: by words, who wrote, the kind of conversation, days, files."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, F, OuterRef, Q
from django.utils.safestring import SafeString

from accounts.models import User
from community.models import GroupPlace, Post, PostFile
from community.policies import sees_title, title_for
from community.searchable import SUMMARY, audience_of, audience_of_group
from networks.models import Network
from search import highlight
from search.services import Matches, match_within

KINDS = ("discussion", "post")


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What is looked for; nothing of it has to be given. author: an id. kind: of the conversation."""

    words: str = ""
    author: int | None = None
    kind: str = ""
    since: date | None = None
    until: date | None = None
    files: bool = False

    @property
    def is_empty(self) -> bool:
        return self == Asked()


@dataclass(frozen=True)
class Hit:
    """A message, with the words marked that were looked for."""

    post: Any
    title: SafeString
    passage: SafeString


def authors_in(network: Network, reader: User) -> list[User]:
    """Who said something here that stands and that the reader reads, by name."""
    wrote = Post.objects.standing().visible_to(reader).filter(author=OuterRef("pk"), thread__network=network)
    return sorted(User.objects.filter(Exists(wrote)), key=lambda person: person.name.casefold())


class Found(Sequence[Hit]):
    """The answers, the best first where words were given, else the newest; a page of them takes two queries."""

    def __init__(self, network: Network, reader: User, asked: Asked):
        self.network, self.reader, self.stems = network, reader, frozenset[str]()
        posts = _narrowed(Post.objects.standing().visible_to(reader).filter(thread__network=network), asked)
        if asked.words:
            matches = match_within(user=reader, text=asked.words, kinds=KINDS, tokens=_audiences(network, reader))
            self.stems, self.ids = matches.stems, _by_words(posts, matches)
        else:
            self.ids = list(posts.order_by("-seq").values_list("pk", flat=True))

    def __len__(self) -> int:
        return len(self.ids)

    def __getitem__(self, wanted: Any) -> Any:
        ids = self.ids[wanted] if isinstance(wanted, slice) else [self.ids[wanted]]
        posts = Post.objects.select_related("author", "thread__group").prefetch_related("files").in_bulk(ids)
        hits = [self._hit(posts[pk]) for pk in ids if pk in posts]
        return hits if isinstance(wanted, slice) else hits[0]

    def _hit(self, post: Post) -> Hit:
        post.thread.network = self.network
        stems = self.stems if sees_title(self.reader, post.thread) else frozenset[str]()
        title = highlight.mark(title_for(self.reader, post.thread), stems)
        return Hit(post, title, highlight.passage(post.body_text[:SUMMARY], post.body_text, self.stems))


def _audiences(network: Network, reader: User) -> set[str]:
    """The network's, and those of the reader's small groups in it."""
    own = GroupPlace.objects.filter(person=reader, state=GroupPlace.State.MEMBER, group__network=network)
    return {audience_of(network.pk), *map(audience_of_group, own.values_list("group", flat=True))}


def _narrowed(posts: Any, asked: Asked) -> Any:
    if asked.author is not None:
        posts = posts.filter(author=asked.author)
    if asked.kind:
        posts = posts.filter(thread__kind=asked.kind)
    if asked.since:
        posts = posts.filter(created_at__date__gte=asked.since)
    if asked.until:
        posts = posts.filter(created_at__date__lte=asked.until)
    return posts.filter(Exists(PostFile.objects.filter(post=OuterRef("pk")))) if asked.files else posts


def _by_words(posts: Any, matches: Matches) -> list[int]:
    """A conversation is found by its opening post."""
    threads = [int(pk) for kind, pk in matches.places if kind == "discussion"]
    replies = [int(pk) for kind, pk in matches.places if kind == "post"]
    is_opening = Q(thread__in=threads, key=F("thread__key"), author=F("thread__author"))
    found = posts.filter(Q(pk__in=replies) | is_opening).values_list("pk", "thread")

    def place(row: tuple[int, int]) -> int:
        pk, thread = map(str, row)
        own = matches.places.get(("post", pk))
        return own if own is not None else matches.places[("discussion", thread)]

    return [pk for pk, _thread in sorted(found, key=place)]
