"""Asking another member for a talk, and answering."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.models import User
from community.models import Block, SparRequest
from community.peers import sparring
from community.peers.forms import AnswerForm, AskForm
from community.peers.policies import get_peer_in, get_spar_request_for, may_ask
from community.peers.views.listing import ROOM
from core.access import guarded, signed_in
from core.errors import DomainError, NotFound
from networks.policies import get_space_for, get_space_to_change
from notifications.services import mark_read_about


@never_cache
@require_safe
@signed_in
@guarded("networks.see_space")
def spar_requests(request: HttpRequest, slug: str) -> HttpResponse:
    """The requests that the reader made or got in this network, and whom the reader blocked."""
    network = get_space_for(request.user, slug)
    found = list(SparRequest.objects.of(request.user).with_people().filter(network=network).order_by("-pk"))
    context = {
        "network": network,
        "room": ROOM,
        "got": [it for it in found if it.asked_id == request.user.pk],
        "made": [it for it in found if it.asker_id == request.user.pk],
        "blocks": Block.objects.filter(person=request.user).select_related("blocked"),
    }
    return render(request, "community/peers/requests.html", context)


@never_cache
@require_http_methods(["GET", "POST"])
@signed_in
@guarded("networks.see_space")
def ask_to_spar(request: HttpRequest, slug: str, person_id: int) -> HttpResponse:
    network = get_space_to_change(request.user, slug)
    asked = get_peer_in(network, request.user, person_id)
    form = AskForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            made = sparring.ask_to_spar(network=network, asker=request.user, asked=asked, **form.cleaned_data)
            messages.success(request, _("Your request is sent to %(name)s.") % {"name": asked.name})
            return redirect(made)
        except DomainError as error:
            form.refuse(error)
    takes = may_ask(request.user, asked)
    context = {"network": network, "room": ROOM, "asked": asked, "form": form, "takes_requests": takes}
    return render(request, "community/peers/ask.html", context)


@never_cache
@require_http_methods(["GET", "POST"])
@signed_in
@guarded("networks.see_space")
def spar_request(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """One request; who was asked answers it here."""
    found = _request(request, slug, pk)
    form = AnswerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            sparring.answer_spar_request(request=found, by=request.user, **form.cleaned_data)
            messages.success(request, _("Your answer is sent."))
            return redirect(found)
        except DomainError as error:
            form.refuse(error)
    mark_read_about(person=request.user, about=found)
    context = {"network": found.network, "room": ROOM, "spar": found, "other": found.other_than(request.user)}
    return render(request, "community/peers/request.html", context | {"form": form})


@never_cache
@require_POST
@signed_in
@guarded("community.withdraw_spar_request")
def withdraw_spar_request(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    found = _request(request, slug, pk)
    sparring.withdraw_spar_request(request=found, by=request.user)
    messages.success(request, _("Your request is taken back."))
    return redirect("community:spar_requests", slug)


@never_cache
@require_http_methods(["GET", "POST"])
@signed_in
@guarded("networks.see_space")
def block(request: HttpRequest, slug: str, person_id: int) -> HttpResponse:
    """Block a member, or let one who was blocked ask again, wherever that person is now.

    `?from=members` leads back to the list of members, otherwise to the requests.
    """
    network = get_space_for(request.user, slug)
    blocked = Block.objects.filter(person=request.user, blocked=person_id).select_related("blocked").first()
    other: User = blocked.blocked if blocked else get_peer_in(network, request.user, person_id)
    came_from = "community:peers" if request.GET.get("from") == "members" else "community:spar_requests"
    back = reverse(came_from, args=[slug])
    if request.method == "POST":
        if blocked:
            sparring.unblock(person=request.user, other=other)
            messages.success(request, _("%(name)s may ask you for a talk again.") % {"name": other.name})
        else:
            sparring.block(person=request.user, other=other)
            messages.success(request, _("%(name)s can no longer ask you for a talk.") % {"name": other.name})
        return redirect(back)
    context = {"network": network, "room": ROOM, "other": other, "blocked": blocked, "back": back}
    return render(request, "community/peers/block.html", context)


def _request(request: HttpRequest, slug: str, pk: int) -> SparRequest:
    found = get_spar_request_for(request.user, pk)
    if found.network.slug != slug:
        raise NotFound
    return found
