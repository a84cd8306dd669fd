"""Changing what one said, and taking it back."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from community import services
from community.cards import cards_of
from community.forms import PostForm
from community.models import Post
from community.policies import get_post_for, get_post_in
from community.views.common import room_page
from core.access import guarded, signed_in
from core.errors import DomainError, VersionConflict
from networks.policies import get_space_for


@require_http_methods(["GET", "POST"])
@signed_in
@guarded("community.edit_post")
def edit(request: HttpRequest, slug: str, post_id: int) -> HttpResponse:
    post = own_post(request, slug, post_id, "community.edit_post")
    form = PostForm(request.POST or None, post=post)
    if request.method == "POST" and form.is_valid():
        try:
            services.edit_post(post=post, by=request.user, **form.cleaned_data)
            return redirect(post)
        except VersionConflict as error:
            form.refuse(error)
            form.read_anew(post)
        except DomainError as error:
            form.refuse(error)
    return room_page(request, "community/edit.html", post.thread.network, form=form, post=post, thread=post.thread)


@require_safe
@signed_in
@guarded("networks.see_space")
def cards(request: HttpRequest, slug: str, post_id: int) -> HttpResponse:
    """The cards of a post that came live: each reader sees what that reader may."""
    network, post = get_space_for(request.user, slug), get_post_for(request.user, post_id)
    found = cards_of([post], reader=request.user, network=network, host=request.get_host())
    return render(request, "community/cards.html", {"cards": found.get(post.pk, [])})


@require_http_methods(["GET", "POST"])
@signed_in
@guarded("community.delete_post")
def delete(request: HttpRequest, slug: str, post_id: int) -> HttpResponse:
    post = own_post(request, slug, post_id, "community.delete_post")
    if request.method == "POST":
        services.delete_post(post=post, by=request.user)
        messages.success(request, _("The message was deleted. You can bring it back for 10 minutes."))
        return redirect(post)
    return room_page(request, "community/delete.html", post.thread.network, post=post, thread=post.thread)


@require_POST
@signed_in
@guarded("community.restore_post")
def restore(request: HttpRequest, slug: str, post_id: int) -> HttpResponse:
    """Bring back what one deleted a moment ago."""
    post = get_post_in(get_space_for(request.user, slug), post_id, request.user)
    return redirect(services.restore_post(post=post, by=request.user))


def own_post(request: HttpRequest, slug: str, post_id: int, permission: str) -> Post:
    """The post, when this person may do this to it. Raises ThreadNotFound, NotAllowed, PostDeleted."""
    get_space_for(request.user, slug)
    post = get_post_for(request.user, post_id)
    services.require_changeable(post, request.user, permission)
    return post
