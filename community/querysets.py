"""How threads, posts and events are read."""

from typing import Any

from django.db import models
from django.db.models import Count, Exists, F, OuterRef, Prefetch, Q, Subquery, Value
from django.db.models.functions import Coalesce

from community.groups.querysets import of_own_groups


class ThreadQuerySet(models.QuerySet):
    def visible_to(self, reader: Any) -> "ThreadQuerySet":
        """Of whoever is at home in the network: without those of small groups that the reader is not in."""
        return self.filter(of_own_groups(reader, "group"))

    def for_everybody(self) -> "ThreadQuerySet":
        """Those that the whole network reads."""
        return self.filter(group=None)

    def in_groups_of(self, person: Any) -> "ThreadQuerySet":
        """Those of the small groups that the person is in."""
        return self.exclude(group=None).visible_to(person)

    def to_show(self) -> "ThreadQuerySet":
        """With all that a reader sees of each."""
        return self.select_related("author", "network", "group", "meeting", "assignment", "question__person")

    def living(self) -> "ThreadQuerySet":
        """Without those that were merged into another."""
        return self.filter(merged_into=None)

    def of_kind(self, kind: str) -> "ThreadQuerySet":
        """All of them when there is no such kind."""
        from community.models import Thread

        return self.filter(kind=kind) if kind in Thread.Kind.values else self

    def newest_activity_first(self) -> "ThreadQuerySet":
        return self.order_by("-last_seq")

    def pinned_first(self) -> "ThreadQuerySet":
        """Then the newest activity first."""
        return self.order_by(F("pinned_at").desc(nulls_last=True), "-last_seq")

    def with_counts(self, person: Any) -> "ThreadQuerySet":
        """Adds `post_count`, and `unread_count`: others' posts after the place up to which the person has read."""
        from community.models import Post, ReadingPosition

        standing = Post.objects.standing().filter(thread=OuterRef("pk")).order_by().values("thread")
        read = ReadingPosition.objects.filter(thread=OuterRef("thread"), person=person).values("seq")
        unread = standing.exclude(author=person).filter(seq__gt=Coalesce(Subquery(read), 0))
        return self.annotate(
            post_count=Coalesce(Subquery(standing.annotate(n=Count("pk")).values("n")), 0),
            unread_count=Coalesce(Subquery(unread.annotate(n=Count("pk")).values("n")), 0),
        )

    def as_read_by(self, person: Any, *, post: int | None = None) -> "ThreadQuerySet":
        """Adds in the same query what the page of one thread needs for this reader.

        `network_seq` (its newest event), `all_posts` (their number), `read_up_to` (a sequence number), `posts_read`
        (how many posts that is), `own_level`, `must_accept` (the code of conduct, before writing), `draft_body` and
        `draft_files` of the reply that was begun, `was_moved` (some message came or went).
        post: the one that was asked for; `asked_seq` is its place when it is in the thread, `posts_before` how many
        come before it.
        """
        from community.models import ConductWording, Draft, EventCounter, Following, Move, Post, ReadingPosition

        drafts = Draft.objects.filter(person=person, thread=OuterRef("pk"))
        counters = EventCounter.objects.filter(network=OuterRef("network")).values("last_seq")
        posts = Post.objects.filter(thread=OuterRef("pk")).order_by()
        levels = Following.objects.filter(person=person, thread=OuterRef("pk")).values("level")
        places = self.annotate(
            read_up_to=Coalesce(Subquery(_position(ReadingPosition, person)), 0),
            asked_seq=Subquery(posts.filter(pk=post or 0).values("seq")),
        )
        return places.annotate(
            network_seq=Coalesce(Subquery(counters), 0),
            all_posts=_number(posts),
            posts_read=_number(posts.filter(seq__lte=OuterRef("read_up_to"))),
            posts_before=_number(posts.filter(seq__lt=OuterRef("asked_seq"))),
            own_level=Subquery(levels),
            was_moved=Exists(Move.objects.filter(Q(origin=OuterRef("pk")) | Q(target=OuterRef("pk")))),
            draft_body=Subquery(drafts.values("body")),
            draft_files=Subquery(drafts.values("files")),
            must_accept=Exists(ConductWording.objects.to_be_accepted_by(person)),
        )

    def read_by(self, person: Any) -> "ThreadQuerySet":
        """Adds `read_up_to`: the sequence number up to which the person has read."""
        from community.models import ReadingPosition

        return self.annotate(read_up_to=Coalesce(Subquery(_position(ReadingPosition, person)), 0))

    def followed_by(self, person: Any) -> "ThreadQuerySet":
        """Without those of which the person chose to hear nothing; a choice for the thread goes first."""
        from community.models import Following

        chosen = Following.objects.filter(person=person, network=OuterRef("network"))
        level = Coalesce(
            Subquery(chosen.filter(thread=OuterRef("pk")).values("level")),
            Subquery(chosen.filter(thread=None).values("level")),
            Value(Following.Level.CONCERNS),
        )
        return self.annotate(level=level).exclude(level=Following.Level.NOTHING)

    def unread_by(self, person: Any) -> "ThreadQuerySet":
        """Threads with posts of others that the person has not read, with `unread_count` and `first_unread` (its id).

        Those of small groups only for their members. What the person chose to hear nothing of stays out; a choice for
        the thread goes before one for its network.
        """
        from community.models import Post

        newer = Post.objects.standing().filter(thread=OuterRef("pk"), seq__gt=OuterRef("read_up_to"))
        newer = newer.exclude(author=person)
        behind = self.visible_to(person).followed_by(person).read_by(person).filter(last_seq__gt=F("read_up_to"))
        return behind.annotate(
            unread_count=Coalesce(Subquery(newer.order_by().values("thread").annotate(n=Count("pk")).values("n")), 0),
            first_unread=Subquery(newer.order_by("seq").values("pk")[:1]),
        ).filter(unread_count__gt=0)


def _number(posts: models.QuerySet) -> Coalesce:
    """How many posts these are, of the thread around this subquery."""
    return Coalesce(Subquery(posts.values("thread").annotate(n=Count("pk")).values("n")), 0)


def _position(positions: Any, person: Any) -> models.QuerySet:
    """Up to where the person has read the thread around this subquery."""
    return positions.objects.filter(thread=OuterRef("pk"), person=person).values("seq")


class PostQuerySet(models.QuerySet):
    def visible_to(self, reader: Any) -> "PostQuerySet":
        """Of whoever is at home in the network: without those in small groups that the reader is not in."""
        return self.filter(of_own_groups(reader, "thread__group"))

    def for_everybody(self) -> "PostQuerySet":
        """Those that the whole network reads."""
        return self.filter(thread__group=None)

    def in_order(self) -> "PostQuerySet":
        return self.order_by("seq")

    def standing(self) -> "PostQuerySet":
        """Not deleted, and not hidden."""
        return self.filter(deleted_at=None, hidden_at=None)

    def kept_by(self, person: Any) -> "PostQuerySet":
        """Adds `is_kept`: did the person keep it as material for a practice?"""
        from community.models import Mark

        return self.annotate(is_kept=Exists(Mark.objects.filter(post=OuterRef("pk"), person=person)))

    def with_author(self) -> "PostQuerySet":
        return self.select_related("author")

    def to_show(self) -> "PostQuerySet":
        """With all that a reader sees of each."""
        return self.with_author().prefetch_related(*self.shown_with())

    def telling_whether_more(self) -> "PostQuerySet":
        """Each with `has_more`: whether it has files or reactions at all. Most have not."""
        from community.models import PostFile, Reaction

        of_this = {"post": OuterRef("pk")}
        return self.annotate(
            has_more=Exists(PostFile.objects.filter(**of_this)) | Exists(Reaction.objects.filter(**of_this))
        )

    @staticmethod
    def shown_with() -> tuple[Any, ...]:
        """What hangs on a post and is shown with it, to prefetch."""
        from community.models import Reaction

        return "files", Prefetch("reactions", Reaction.objects.select_related("person"))


class EventQuerySet(models.QuerySet):
    def after(self, seq: int, *, up_to: int | None = None) -> "EventQuerySet":
        """Events later than `seq`, oldest first."""
        until = Q(seq__lte=up_to) if up_to is not None else Q()
        return self.filter(until, seq__gt=seq).order_by("seq")


class EventCounterQuerySet(models.QuerySet):
    def lock(self, network_id: int) -> Any:
        """The network's counter, its row locked until the transaction ends."""
        counter = self.select_for_update().filter(network_id=network_id).first()
        if counter is None:
            self.get_or_create(network_id=network_id)
            counter = self.select_for_update().get(network_id=network_id)
        return counter

    def last_seq_of(self, network_id: int) -> int:
        """The sequence number of the network's newest event, 0 before the first."""
        return self.filter(network_id=network_id).values_list("last_seq", flat=True).first() or 0


class ReportQuerySet(models.QuerySet):
    def open(self) -> "ReportQuerySet":
        """Those that wait for a decision."""
        return self.filter(decision="")

    def for_decider(self, person: Any, network: Any) -> "ReportQuerySet":
        """Those of the network that this facilitator may see: nobody decides on the own messages."""
        reports = self.filter(post__thread__network=network).exclude(post__author=person)
        return reports.select_related(
            "post__thread__network", "post__thread__group", "post__author", "by", "decided_by"
        )


class ConductQuerySet(models.QuerySet):
    def to_be_accepted_by(self, person: Any) -> "ConductQuerySet":
        """Wordings that everybody is asked to accept, and of which this person accepted no later one either."""
        from community.models import ConductAcceptance

        accepted = ConductAcceptance.objects.filter(person=person, wording__version__gte=OuterRef("version"))
        return self.filter(~Exists(accepted), asks_again=True)


class BlockQuerySet(models.QuerySet):
    def between(self, person: Any) -> set[int]:
        """Whom the person blocked, and who blocked the person (ids)."""
        mine, theirs = self.by_side(person)
        return mine | theirs

    def by_side(self, person: Any) -> tuple[set[int], set[int]]:
        """Whom the person blocked, and who blocked the person (ids), in one query."""
        pairs = self.filter(Q(person=person) | Q(blocked=person)).values_list("person", "blocked")
        mine = {blocked for by, blocked in pairs if by == person.pk}
        return mine, {by for by, blocked in pairs if blocked == person.pk}


class SparRequestQuerySet(models.QuerySet):
    def of(self, person: Any) -> "SparRequestQuerySet":
        """Those that the person made or got."""
        return self.filter(Q(asker=person) | Q(asked=person))

    def with_people(self) -> "SparRequestQuerySet":
        return self.select_related("network", "asker", "asked")
