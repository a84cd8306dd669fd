"""Reacting to a post, without JavaScript."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from community import services
from community.policies import get_post_for
from core.access import guarded, signed_in
from networks.policies import get_space_for


@require_POST
@signed_in
@guarded("networks.see_space")
def react(request: HttpRequest, slug: str, post_id: int) -> HttpResponse:
    """Give a reaction, or take it back: `-thanks`."""
    get_space_for(request.user, slug)
    post = get_post_for(request.user, post_id)
    given = request.POST.get("reaction", "")
    services.react(post=post, by=request.user, kind=given.removeprefix("-"), on=not given.startswith("-"))
    return redirect(post)
