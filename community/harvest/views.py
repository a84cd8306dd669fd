"""What somebody keeps for a practice, and beginning one."""

import re

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from community.harvest.forms import HarvestForm
from community.harvest.services import keep_post, kept_posts, open_practice
from community.policies import get_post_for
from community.views.common import room_page
from core.access import guarded, signed_in
from core.errors import DomainError
from networks.policies import get_space_for

MOST_SHOWN = 100
SHORT_NUMBER = re.compile(r"[0-9]{1,18}")


@require_POST
@signed_in
@guarded("networks.see_space")
def keep(request: HttpRequest, slug: str, post_id: int) -> HttpResponse:
    """Keep a post for a practice (`on`=1), or let it go; `back` leads to the list instead of the conversation."""
    get_space_for(request.user, slug)
    post, on = get_post_for(request.user, post_id), request.POST.get("on") == "1"
    keep_post(post=post, by=request.user, on=on)
    if "back" not in request.POST:
        return redirect(post)
    kept_page = redirect("community:kept_posts", slug)
    kept_page["Location"] += "" if on else f"?gone={post.pk}"
    return kept_page


@never_cache
@require_http_methods(["GET", "POST"])
@signed_in
@guarded("networks.see_space")
def kept(request: HttpRequest, slug: str) -> HttpResponse:
    """The reader's own list in this network; a choice of it opens a practice."""
    network = get_space_for(request.user, slug)
    posts = list(kept_posts(network, request.user)[:MOST_SHOWN])
    form = HarvestForm(request.POST or None, posts=posts)
    if request.method == "POST" and form.is_valid():
        try:
            given = form.cleaned_data
            draft = open_practice(
                network=network, by=request.user, title=given["title"], quotes=form.quotes, key=given["key"]
            )
            return redirect(draft.url)
        except DomainError as error:
            form.refuse(error)
    gone = request.GET.get("gone", "")
    gone = gone if SHORT_NUMBER.fullmatch(gone) else ""
    return room_page(request, "community/harvest/kept.html", network, form=form, gone=gone)
