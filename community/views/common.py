"""What the discussion's pages share."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from community import following
from community.forms import FollowingForm
from community.models import Post
from community.policies import may_announce
from networks.models import Network

ROOM, GROUPS_ROOM = "discussion", "groups"


def room_page(
    request: HttpRequest, template: str, network: Network, *, status: int = 200, **context: Any
) -> HttpResponse:
    """A page of the discussion, or of the small group that `group` or the group of `thread` is."""
    group = context.get("group") or getattr(context.get("thread"), "group", None)
    if group:
        group.network = network
    common: dict[str, object] = {
        "network": network,
        "group": group,
        "room": GROUPS_ROOM if group else ROOM,
        "socket": f"/ws/networks/{network.slug}/",
        "may_mention_all": may_announce(request.user, network),
        "discussion_url": group.get_absolute_url() if group else reverse("community:discussion", args=[network.slug]),
    }
    return render(request, template, common | context | {"group": group}, status=status)


def following_form(request: HttpRequest, network: Network) -> FollowingForm:
    level = following.level_in(network, request.user) or following.Level.CONCERNS
    return FollowingForm(initial={"level": level}, of_thread=False, auto_id="following-%s")


def thread_following_form(found: Any) -> FollowingForm:
    """found: a thread with `own_level`."""
    level = found.own_level or FollowingForm.AS_NETWORK
    return FollowingForm(initial={"level": level}, of_thread=True, auto_id="following-%s")


def after_sending(post: Post, address: str) -> HttpResponse:
    """On to what was sent; first to its pictures, when they still need words for who does not see them."""
    if any(it.is_picture and not it.alt for it in post.files.all()):
        return redirect("community:post_files", post.thread.network.slug, post.pk)
    return redirect(address)
