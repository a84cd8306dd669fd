"""Pinning a conversation, and saying which message is the answer."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from community import services
from community.policies import get_post_in, get_thread_in
from core.access import guarded, signed_in
from networks.policies import get_space_for


@require_POST
@signed_in
@guarded("networks.facilitate")
def pin(request: HttpRequest, slug: str, thread_id: int) -> HttpResponse:
    found = get_thread_in(get_space_for(request.user, slug), thread_id, request.user)
    return redirect(services.pin_thread(thread=found, by=request.user, on=request.POST.get("on") == "1"))


@require_POST
@signed_in
@guarded("networks.see_space")
def accept(request: HttpRequest, slug: str, post_id: int) -> HttpResponse:
    """Mark this message as the answer, or take the mark away."""
    post = get_post_in(get_space_for(request.user, slug), post_id, request.user)
    services.accept_answer(thread=post.thread, by=request.user, post=post if request.POST.get("on") == "1" else None)
    return redirect(post)
