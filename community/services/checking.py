"""What may be said at all, and by whom."""

import json
from typing import TypeVar

from django.utils.translation import gettext as _

from accounts.models import User
from community.errors import GroupClosed, KeyReused, PostDeleted
from community.models import Post, SmallGroup, Thread
from community.policies import PERMISSION, is_in_group, may
from core import richtext
from core.errors import InvalidInput, NotAllowed
from core.texts import readable
from networks.models import Network
from networks.services.archiving import require_open

Found = TypeVar("Found", Thread, Post)
LONGEST_BODY = 20_000
LARGEST_BODY = 60 * 1024  # bytes in a frame, which has at most 64 KiB
LONGEST_TITLE = 200


def require_changeable(post: Post, by: User, permission: str) -> None:
    """Raises NotAllowed for who may not, PostDeleted for what is gone already."""
    if post.deleted_at:
        raise PostDeleted
    if not may(by, permission, post):
        raise NotAllowed


def require_member(person: User, network: Network) -> None:
    if not person.has_perm(PERMISSION, network):
        raise NotAllowed(_("Only members of this network take part in its discussion."))
    require_open(network)


def require_part(person: User, network: Network, group: SmallGroup | None) -> None:
    """Raises NotAllowed for who is not in the network, or not in the group when there is one; GroupClosed."""
    require_member(person, network)
    if group is None:
        return
    if not is_in_group(person, group.pk):
        raise NotAllowed(_("Only the members of this group take part in its conversations."))
    require_group_open(group)


def require_thread_open(thread: Thread) -> None:
    """Raises NetworkArchived, GroupClosed."""
    require_open(thread.network)
    if thread.group:
        require_group_open(thread.group)


def require_group_open(group: SmallGroup) -> None:
    """Raises GroupClosed when it is closed, as the database has it now."""
    if SmallGroup.objects.filter(pk=group.pk).exclude(closed_at=None).exists():
        raise GroupClosed


def same(earlier: Found, in_place: bool) -> Found:
    if not in_place:
        raise KeyReused
    return earlier


def checked_title(title: str) -> str:
    title = " ".join(readable("title", title).split())
    if not title:
        raise InvalidInput(errors={"title": [_("Give the conversation a title.")]})
    if len(title) > LONGEST_TITLE:
        raise InvalidInput(errors={"title": [_("A title has at most %(most)d characters.") % {"most": LONGEST_TITLE}]})
    return title


def checked_body(body: str, *, may_be_empty: bool = False) -> str:
    """The text, cleaned. may_be_empty: when something else says it all, such as a picture. Raises InvalidInput."""
    cleaned = _cleaned(readable("body", body)) if len(body) <= LONGEST_BODY else ""
    if len(body) > LONGEST_BODY or len(json.dumps(cleaned, ensure_ascii=False).encode()) > LARGEST_BODY:
        sentence = _("A post has at most %(most)d characters.") % {"most": LONGEST_BODY}
        raise InvalidInput(errors={"body": [sentence]})
    if not may_be_empty and not richtext.to_text(cleaned).strip():
        raise InvalidInput(errors={"body": [_("Write something first.")]})
    return cleaned


def _cleaned(body: str) -> str:
    return richtext.clean(richtext.link_addresses(richtext.clean(body)))
