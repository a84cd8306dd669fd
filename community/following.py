"""What a member wants to hear of a network's discussion, and who is therefore told of a post."""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import Q
from django.utils.translation import override

from accounts.models import User
from community import mentions
from community.models import Following, Post, Thread
from community.policies import people_in, title_for
from networks.models import Network
from notifications.services import notify, with_unread_news_about

Level = Following.Level


def level_in(network: Network, person: User, thread: Thread | None = None) -> str | None:
    """The person's own choice for the network or for one thread of it; None without one."""
    found = Following.objects.filter(network=network, person=person, thread=thread)
    return found.values_list("level", flat=True).first()


@transaction.atomic
def follow(*, network: Network, person: User, level: str | None, thread: Thread | None = None) -> None:
    """Store the choice; None takes it back, so that what counts for the network (or by default) counts again."""
    own = Following.objects.filter(network=network, person=person, thread=thread)
    if level is None:
        own.delete()
    elif not own.update(level=Level(level)):
        Following.objects.create(network=network, person=person, thread=thread, level=Level(level))


def tell(post: Post) -> None:
    """Tell those who want to hear of this post: once per thread until they have read it, for calm beats lively."""
    thread = post.thread
    announces = post.opens_thread and thread.kind == Thread.Kind.ANNOUNCEMENT
    people = {person.pk: person for person in people_in(thread.network, thread.group) if person.pk != post.author_id}
    levels = _levels(thread, people)
    taking_part = set(thread.posts.order_by().values_list("author", flat=True).distinct())
    wanted = {
        pk
        for pk in people
        if levels.get(pk, Level.CONCERNS) == Level.EVERYTHING
        or (levels.get(pk, Level.CONCERNS) == Level.CONCERNS and (announces or pk in taking_part))
    }
    mentioned = tell_mentioned(post)
    wanted -= mentioned
    wanted -= with_unread_news_about(thread, wanted)
    replied = wanted & taking_part
    _notify(post, "thread.announced" if announces else "post.posted", [people[pk] for pk in sorted(wanted - replied)])
    _notify(post, "post.replied", [people[pk] for pk in sorted(replied)])


def tell_mentioned(post: Post, *, before: str = "") -> set[int]:
    """Tell whom the post names, whatever else they follow, save who chose to hear nothing; returns their ids.

    before: what the post said earlier; whom that named already knows.
    """
    if not mentions.SPAN.search(post.body):
        return set()
    readers = people_in(post.thread.network, post.thread.group)
    people = {person.pk: person for person in readers if person.pk != post.author_id}
    named = mentions.mentioned_in(post.body, people) - mentions.mentioned_in(before, people)
    levels = _levels(post.thread, named)
    told = {pk for pk in named if levels.get(pk) != Level.NOTHING}
    _notify(post, "post.mentioned", [people[pk] for pk in sorted(told)])
    return told


def still_wants(person: User, post: Post, kind: str) -> bool:
    """Does the person want to hear of it now, whatever was chosen when the post was written? Asked before mailing."""
    level = _levels(post.thread, [person.pk]).get(person.pk, Level.CONCERNS)
    return level == Level.EVERYTHING or (level == Level.CONCERNS and kind != "post.posted")


def _levels(thread: Thread, people: Iterable[int]) -> dict[int, str]:
    """Per person the level that counts for this thread; the thread's own goes before the network's."""
    rows = Following.objects.filter(Q(thread=None) | Q(thread=thread), network=thread.network_id, person__in=people)
    chosen = rows.values_list("person", "level", "thread")
    return {person: level for person, level, _thread in sorted(chosen, key=lambda row: row[2] is not None)}


def _notify(post: Post, kind: str, people: list[User]) -> None:
    """Who may not see the title of a hidden conversation is told without it."""
    thread = post.thread
    for title, told in by_title(thread, people).items():
        params = {"name": post.author, "thread": title, "network": thread.network.title, "post": post.pk}
        notify(told, kind, about=thread, url=post.get_absolute_url(), params=params)


def by_title(thread: Thread, people: Iterable[User]) -> dict[str, list[User]]:
    """The people by what they see as the title of the conversation."""
    found: dict[str, list[User]] = {}
    for person in people:
        with override(person.language):
            found.setdefault(title_for(person, thread), []).append(person)
    return found
