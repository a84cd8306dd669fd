"""What mail tells of a post, and where its reader answers it."""

from django.utils.text import Truncator
from django.utils.translation import gettext as _

from community.excerpts import excerpt_of
from community.following import still_wants
from community.mailed.addresses import address_for
from community.models import Post
from community.policies import is_at_home
from core import richtext
from notifications.exchange import Exchange
from notifications.models import Notification

LONGEST, SHORT = 2000, 300  # characters


def allows(notification: Notification) -> bool:
    """Nothing is mailed of what somebody left or follows no more, nor of a post that was deleted."""
    post = _post_of(notification)
    if post is None:
        return "post" not in notification.params
    reader = notification.recipient
    return is_at_home(reader, post.thread) and still_wants(reader, post, notification.kind)


def of_post(notification: Notification) -> Exchange | None:
    """The words of the post, when it stands and its reader is still at home in the network.

    Where the network or the group is closed for writing, no address takes an answer.
    """
    post = _post_of(notification)
    if post is None or not is_at_home(notification.recipient, post.thread):
        return None
    return Exchange(
        said=Truncator(richtext.to_plain(post.body)).chars(LONGEST),
        in_short=excerpt_of(post, SHORT),
        reply_to="" if post.thread.is_closed else address_for(notification.recipient_id, post.pk),
        readers=_readers(post),
    )


def _readers(post: Post) -> str:
    if post.thread.group_id:
        return _("You can also answer this mail. Only the members of the group then read your answer.")
    return _("You can also answer this mail. Everybody in the network then reads your answer in the discussion.")


def _post_of(notification: Notification) -> Post | None:
    """The post that the news is about, while it stands."""
    number = notification.params.get("post", "")
    posts = Post.objects.standing().select_related("thread__network", "thread__group")
    return posts.filter(pk=int(number)).first() if number.isdecimal() else None
