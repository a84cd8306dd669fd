"""One conversation, and replying in it."""

import re
from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from community import services
from community.cards import cards_of
from community.drafts import reply_begun
from community.forms import ReplyForm
from community.limits import require_pace
from community.models import Post, Thread
from community.moving import moves_of
from community.policies import get_thread_in, get_thread_to_read, may_accept_answer, may_announce, readers_of
from community.reading import first_new, page_of_posts
from community.subjects import subject_of
from community.views.common import after_sending, room_page, thread_following_form
from core import richtext
from core.access import guarded, signed_in
from core.errors import DomainError
from networks.models import Network
from networks.policies import get_space_for

SHORT_NUMBER = re.compile(r"[0-9]{1,18}")


@require_http_methods(["GET", "POST"])
@signed_in
@guarded("networks.see_space")
def thread(request: HttpRequest, slug: str, thread_id: int) -> HttpResponse:
    network = get_space_for(request.user, slug)
    asked = _asked_post(request)
    found = get_thread_to_read(network, thread_id, request.user, post=asked)
    if elsewhere := _elsewhere(request, network, found, asked):
        return redirect(elsewhere)
    begun = reply_begun(found, request.user)
    form = ReplyForm(request.POST or None, request.FILES or None, begun=begun, initial=_cited(request, found))
    if request.method == "POST" and form.is_valid():
        try:
            require_pace(request.user)
            with transaction.atomic():
                fields = form.keep_files(network, request.user)
                post = services.create_post(thread=found, author=request.user, **fields)
                services.forget_draft(network=network, person=request.user, thread=found)
            return after_sending(post, f"{found.get_absolute_url()}#post-{post.pk}")
        except DomainError as error:
            form.refuse(error)
    return _thread_page(request, network, found, form)


def _asked_post(request: HttpRequest) -> int | None:
    """The number of the post that the address names."""
    asked = request.GET.get("post", "")
    return int(asked) if SHORT_NUMBER.fullmatch(asked) else None


def _elsewhere(request: HttpRequest, network: Network, found: Any, asked: int | None) -> str:
    """Where the messages went that this address is of: the page of a moved one, or of a merged conversation."""
    if asked is not None and found.asked_seq is None:
        moved = Post.objects.visible_to(request.user).filter(pk=asked, thread__network=network)
        post = moved.select_related("thread__network").first()
        if post:
            return post.get_absolute_url()
    if found.merged_into_id and request.method != "POST":
        services.mark_read(thread=found, person=request.user, seq=found.last_seq)  # its notices lead nowhere else
        return get_thread_in(network, found.merged_into_id, request.user).get_absolute_url()
    return ""


def _thread_page(request: HttpRequest, network: Network, found: Thread, form: ReplyForm) -> HttpResponse:
    page = page_of_posts(found, reader=request.user, page=request.GET.get("page"))
    posts = list(page)
    if posts and posts[-1].seq > found.read_up_to:
        services.mark_read(thread=found, person=request.user, seq=posts[-1].seq)
    return room_page(
        request,
        "community/thread.html",
        network,
        thread=found,
        subject=subject_of(found),
        moves=moves_of(found),
        page_obj=page,
        posts=posts,
        first_new=first_new(found, posts, request.user),
        blank=_blank_post(found, request),
        form=form,
        cards=cards_of(posts, reader=request.user, network=network, host=request.get_host()),
        seq=found.network_seq,
        may_accept=found.kind == Thread.Kind.QUESTION and may_accept_answer(request.user, found),
        facilitates=may_announce(request.user, network),
        following=thread_following_form(found),
        readers=readers_of(found),
    )


def _blank_post(found: Thread, request: HttpRequest) -> Post:
    """What the page's script fills for a post that comes live."""
    blank = Post(pk=0, thread=found, author=request.user, seq=0, created_at=timezone.now())
    blank._prefetched_objects_cache = {"files": blank.files.none(), "reactions": blank.reactions.none()}
    return blank


def _cited(request: HttpRequest, found: Thread) -> dict[str, str]:
    """A reply that quotes begins with who said what, and where."""
    cited = request.GET.get("cite", "")
    post = found.posts.standing().with_author().filter(pk=int(cited)).first() if SHORT_NUMBER.fullmatch(cited) else None
    if post is None:
        return {}
    said = "\n".join(f"> {line}".rstrip() for line in richtext.to_plain(post.body).split("\n"))
    return {"body": f"> {post.author.name}, {request.build_absolute_uri(post.get_absolute_url())}\n>\n{said}\n\n"}
