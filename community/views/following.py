"""Choosing what to hear of."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from community import following
from community.forms import FollowingForm
from community.policies import get_thread_in
from core.access import guarded, signed_in
from networks.policies import get_space_for


@require_POST
@signed_in
@guarded("networks.see_space")
def follow(request: HttpRequest, slug: str, thread_id: int | None = None) -> HttpResponse:
    """Choose what to hear of the whole discussion, or of one conversation."""
    network = get_space_for(request.user, slug)
    found = get_thread_in(network, thread_id, request.user) if thread_id is not None else None
    form = FollowingForm(request.POST, of_thread=found is not None)
    if form.is_valid():
        following.follow(network=network, person=request.user, thread=found, level=form.chosen)
        messages.success(request, _("Your choice is saved."))
    else:
        messages.error(request, _("Choose one from the list."))
    return redirect(found or reverse("community:discussion", args=[slug]))
