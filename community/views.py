"""The discussion's pages. They work by plain page loads; static/community/discussion.js makes them live."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from community import following, services
from community.forms import FollowingForm, PostForm, ReplyForm, ThreadForm
from community.models import EventCounter, Post, Thread
from community.policies import get_post_for, get_thread_in, may_announce
from community.reading import THREADS_A_PAGE, as_typed, page_of_posts, read_up_to
from core import richtext
from core.access import guarded, signed_in
from core.errors import DomainError, VersionConflict
from networks.models import Network
from networks.policies import get_space_for

ROOM = "discussion"


@require_safe
@signed_in
@guarded("networks.see_space")
def discussion(request: HttpRequest, slug: str) -> HttpResponse:
    network = get_space_for(request.user, slug)
    seq = EventCounter.objects.last_seq_of(network.pk)  # before the threads: what comes later is told by the socket
    threads = network.threads.newest_activity_first().select_related("author").with_counts(request.user)
    page = Paginator(threads, THREADS_A_PAGE).get_page(request.GET.get("page"))
    return _page(
        request,
        "community/discussion.html",
        network,
        page_obj=page,
        seq=seq,
        blank=_blank_thread(request),
        following=_following_form(request, network),
    )


@require_http_methods(["GET", "POST"])
@signed_in
@guarded("networks.see_space")
def start(request: HttpRequest, slug: str) -> HttpResponse:
    network = get_space_for(request.user, slug)
    form = ThreadForm(request.POST or None, may_announce=may_announce(request.user, network))
    if request.method == "POST" and form.is_valid():
        fields = form.cleaned_data | {"body": richtext.from_plain(form.cleaned_data["body"])}
        try:
            return redirect(services.start_thread(network=network, author=request.user, **fields))
        except DomainError as error:
            form.refuse(error)
    return _page(request, "community/start.html", network, form=form)


@require_http_methods(["GET", "POST"])
@signed_in
@guarded("networks.see_space")
def thread(request: HttpRequest, slug: str, thread_id: int) -> HttpResponse:
    network = get_space_for(request.user, slug)
    found = get_thread_in(network, thread_id)
    form = ReplyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        body, key = richtext.from_plain(form.cleaned_data["body"]), form.cleaned_data["key"]
        try:
            post = services.create_post(thread=found, author=request.user, body=body, key=key)
            return redirect(f"{found.get_absolute_url()}#post-{post.pk}")
        except DomainError as error:
            form.refuse(error)
    return _thread_page(request, network, found, form)


def _thread_page(request: HttpRequest, network: Network, found: Thread, form: ReplyForm) -> HttpResponse:
    seq = EventCounter.objects.last_seq_of(network.pk)
    page = page_of_posts(found, page=request.GET.get("page"), post=request.GET.get("post"))
    posts = list(page)
    read_before = read_up_to(found, request.user)
    if posts and posts[-1].seq > read_before:
        services.mark_read(thread=found, person=request.user, seq=posts[-1].seq)
    blank = Post(pk=0, thread=found, author=request.user, seq=0, created_at=timezone.now())
    return _page(
        request,
        "community/thread.html",
        network,
        thread=found,
        page_obj=page,
        posts=posts,
        blank=blank,
        form=form,
        seq=seq,
        read_before=read_before,
        facilitates=may_announce(request.user, network),
        following=_following_form(request, network, found),
    )


@require_http_methods(["GET", "POST"])
@signed_in
@guarded("community.edit_post")
def edit(request: HttpRequest, slug: str, post_id: int) -> HttpResponse:
    post = _own_post(request, slug, post_id, "community.edit_post")
    form = PostForm(request.POST or None, initial={"body": as_typed(post), "version": post.version})
    if request.method == "POST" and form.is_valid():
        body, version = richtext.from_plain(form.cleaned_data["body"]), form.cleaned_data["version"]
        try:
            services.edit_post(post=post, by=request.user, body=body, version=version)
            return redirect(post)
        except VersionConflict as error:
            form.refuse(error)
            form.read_anew(post)
        except DomainError as error:
            form.refuse(error)
    return _page(request, "community/edit.html", post.thread.network, form=form, post=post, thread=post.thread)


@require_http_methods(["GET", "POST"])
@signed_in
@guarded("community.delete_post")
def delete(request: HttpRequest, slug: str, post_id: int) -> HttpResponse:
    post = _own_post(request, slug, post_id, "community.delete_post")
    if request.method == "POST":
        services.delete_post(post=post, by=request.user)
        messages.success(request, _("The message was deleted."))
        return redirect(post)
    return _page(request, "community/delete.html", post.thread.network, post=post, thread=post.thread)


@require_POST
@signed_in
@guarded("networks.see_space")
def follow(request: HttpRequest, slug: str, thread_id: int | None = None) -> HttpResponse:
    """Choose what to hear of the whole discussion, or of one conversation."""
    network = get_space_for(request.user, slug)
    found = get_thread_in(network, thread_id) if thread_id is not None else None
    form = FollowingForm(request.POST, of_thread=found is not None)
    if form.is_valid():
        following.follow(network=network, person=request.user, thread=found, level=form.chosen)
        messages.success(request, _("Your choice is saved."))
    else:
        messages.error(request, _("Choose one from the list."))
    return redirect(found or reverse("community:discussion", args=[slug]))


def _following_form(request: HttpRequest, network: Network, found: Thread | None = None) -> FollowingForm:
    level = following.level_in(network, request.user, found) or (
        FollowingForm.AS_NETWORK if found else following.Level.CONCERNS
    )
    return FollowingForm(initial={"level": level}, of_thread=found is not None, auto_id="following-%s")


def _own_post(request: HttpRequest, slug: str, post_id: int, permission: str) -> Post:
    """The post, when this person may do this to it. Raises ThreadNotFound, NotAllowed, PostDeleted."""
    get_space_for(request.user, slug)
    post = get_post_for(request.user, post_id)
    services.require_changeable(post, request.user, permission)
    return post


def _blank_thread(request: HttpRequest) -> Thread:
    return Thread(pk=0, author=request.user, title="", last_activity_at=timezone.now())


def _page(request: HttpRequest, template: str, network: Network, **context: object) -> HttpResponse:
    common = {"network": network, "room": ROOM, "socket": f"/ws/networks/{network.slug}/"}
    common["discussion_url"] = reverse("community:discussion", args=[network.slug])
    return render(request, template, common | context)
