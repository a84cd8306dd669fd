"""What may be said at all, and by whom."""

import json
from typing import TypeVar

from django.utils.translation import gettext as _

from accounts.models import User
from community.errors import KeyReused, PostDeleted
from community.models import Post, Thread
from community.policies import PERMISSION
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
    if not by.has_perm(permission, post):
        raise NotAllowed


def require_member(person: User, network: Network) -> None:
    if not person.has_perm(PERMISSION, network):
        raise NotAllowed(_("Only members of this network take part in its discussion."))
    require_open(network)


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
