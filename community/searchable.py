"""What members find of a network's discussion. Registered in community.apps."""

from typing import Any

from django.db import models
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from community.models import GroupPlace, Post, Thread
from networks.policies import people_in_spaces
from search.searchable import Searchable, SearchDocumentData

SUMMARY = 200  # characters


def audience_of(network: int) -> str:
    """The network's own people."""
    return f"network:{network}"


def audience_of_group(group: int) -> str:
    """The members of a small group."""
    return f"small-group:{group}"


def audience(thread: Thread) -> list[str]:
    """Only the network's own people, or the members of its small group."""
    return [audience_of_group(thread.group_id) if thread.group_id else audience_of(thread.network_id)]


def group_tokens_of(user: Any) -> set[str]:
    """The small groups whose talk this person may find, in networks where the person still is at home."""
    own = GroupPlace.objects.filter(person=user, state=GroupPlace.State.MEMBER)
    networks = dict(own.values_list("group", "group__network"))
    spaces = people_in_spaces(set(networks.values()), {user.pk}) if networks else set()
    return {audience_of_group(group) for group, network in networks.items() if (network, user.pk) in spaces}


class ThreadSearchable(Searchable):
    """A conversation, by its title and opening post."""

    model = Thread
    kind = "discussion"
    label = _("Conversation")
    plural = _("Conversations")

    def queryset(self) -> models.QuerySet[Any]:
        opening = Post.objects.filter(key=models.F("thread__key"))
        return Thread.objects.select_related("network").prefetch_related(
            models.Prefetch("posts", opening, to_attr="openings")
        )

    def document(self, obj: Any) -> SearchDocumentData | None:
        if obj.merged_into_id or obj.hidden_at:
            return None
        text = obj.openings[0].body_text if obj.openings else ""
        return SearchDocumentData(
            title=obj.title,
            summary=Truncator(text).chars(SUMMARY),
            body=text,
            url=obj.get_absolute_url(),
            audience=audience(obj),
            date=obj.created_at,
        )


class PostSearchable(Searchable):
    """A reply in a conversation; the opening post is found with its conversation."""

    model = Post
    kind = "post"
    label = _("Message")
    plural = _("Messages")
    suggested = False  # its title is that of its conversation

    def queryset(self) -> models.QuerySet[Any]:
        return Post.objects.select_related("thread__network", "author")

    def document(self, obj: Post) -> SearchDocumentData | None:
        if obj.deleted_at or obj.hidden_at or obj.opens_thread:
            return None
        return SearchDocumentData(
            title=obj.author.name if obj.thread.hidden_at else f"{obj.author.name}: {obj.thread.title}",
            summary=Truncator(obj.body_text).chars(SUMMARY),
            body=obj.body_text,
            url=obj.get_absolute_url(),
            audience=audience(obj.thread),
            date=obj.created_at,
            boost=0.7,
        )
