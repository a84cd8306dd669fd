"""Catching up after days or weeks away."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from community import services
from community.catching_up import meetings_to_choose, missed
from community.models import EventCounter
from community.views.common import room_page
from core.access import guarded, signed_in
from networks.policies import get_space_for


@require_safe
@signed_in
@guarded("networks.see_space")
def catch_up(request: HttpRequest, slug: str) -> HttpResponse:
    """What is new since the last visit, or since a meeting (`since`, its number in the database)."""
    network = get_space_for(request.user, slug)
    seq = EventCounter.objects.last_seq_of(network.pk)
    meetings = meetings_to_choose(network)
    chosen = next((it for it in meetings if str(it.pk) == request.GET.get("since")), None)
    sections = missed(network, request.user, since=chosen.ends_at if chosen else None)
    return room_page(
        request,
        "community/catching_up.html",
        network,
        sections=sections,
        meetings=meetings,
        chosen=chosen,
        seq=seq,
        is_behind=not chosen and any(entry.number for section in sections for entry in section.entries),
    )


@require_POST
@signed_in
@guarded("networks.see_space")
def read_all(request: HttpRequest, slug: str) -> HttpResponse:
    """Mark the whole discussion as read, up to what the page showed (`seq`)."""
    network = get_space_for(request.user, slug)
    seq = request.POST.get("seq", "")
    if seq.isascii() and seq.isdigit() and len(seq) < 19:
        services.mark_all_read(network=network, person=request.user, seq=int(seq))
        messages.success(request, _("You have read everything."))
    return redirect("community:discussion", slug)
