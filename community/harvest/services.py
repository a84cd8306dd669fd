"""Keeping posts, and opening a practice with quotes of them."""

import uuid
from collections.abc import Mapping

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from accounts.models import User
from community.errors import PostDeleted
from community.harvest.words import is_passage, quotable
from community.models import Mark, Post
from community.policies import PERMISSION
from core.errors import InvalidInput, NotAllowed
from core.texts import readable
from networks import quoting
from networks.models import Network
from networks.quoting import Draft, Passage

LONGEST = 2_000


def keep_post(*, post: Post, by: User, on: bool = True) -> None:
    """Keep the post as material for a practice, or let it go; twice is once. Also in a closed network.

    What is said in a small group stays there. Raises NotAllowed, PostDeleted.
    """
    if not by.has_perm(PERMISSION, post.thread.network):
        raise NotAllowed
    if post.thread.group_id:
        raise NotAllowed(_("What is said in a small group stays there."))
    if not on:
        Mark.objects.filter(person=by, post=post).delete()
    elif post.deleted_at:
        raise PostDeleted
    else:
        Mark.objects.get_or_create(person=by, post=post)


def kept_posts(network: Network, person: User) -> QuerySet[Post]:
    """What the person kept in this network and still stands, the newest mark first."""
    kept = Post.objects.standing().for_everybody().filter(thread__network=network, marks__person=person)
    return kept.select_related("author", "thread__network").order_by("-marks__pk")


@transaction.atomic
def open_practice(
    *, network: Network, by: User, title: str, quotes: Mapping[int, str], key: uuid.UUID | None = None
) -> Draft:
    """Open a practice with quotes of posts in this network, whose authors are asked for their consent.

    quotes: by the id of the post the part to quote; empty for all of it. key: of the form; the same key again answers
    the same draft. Raises NotAllowed, InvalidInput (`posts`, `title`, `text_<id>`).
    """
    if not by.has_perm(PERMISSION, network):
        raise NotAllowed
    posts = Post.objects.standing().for_everybody().filter(thread__network=network)
    posts = posts.select_related("author", "thread__network")
    found = list(posts.filter(pk__in=quotes).order_by("seq"))
    if len(found) != len(quotes):
        raise InvalidInput(errors={"posts": [_("One of these messages is no longer there. Please choose again.")]})
    passages: list[Passage] = []
    errors: dict[str, list[str]] = {}
    for post in found:
        try:
            passages.append(_passage(post, quotes[post.pk]))
        except InvalidInput as error:
            errors |= error.errors
    if errors:
        raise InvalidInput(errors=errors)
    return quoting.library().open_draft(by=by, network=network, title=title, passages=passages, key=key)


def _passage(post: Post, part: str) -> Passage:
    """Raises InvalidInput."""
    words, field = quotable(post.body), f"text_{post.pk}"
    text = readable(field, part).strip() or words
    if not text:
        raise InvalidInput(errors={field: [_("There are no words of its author in this message.")]})
    if not is_passage(text, words):
        raise InvalidInput(
            errors={field: [_("Keep to the words of the message. Write … where you leave something out.")]}
        )
    if len(text) > LONGEST:
        sentence = _("A quote has at most %(most)d characters. Keep what matters most.")
        raise InvalidInput(errors={field: [sentence % {"most": LONGEST}]})
    return Passage(source=post, author=post.author, text=text, url=post.get_absolute_url())
