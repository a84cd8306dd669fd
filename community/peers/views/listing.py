"""The members of a network, and what one tells them."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from community.models import PeerProfile
from community.peers import services
from community.peers.directory import narrowed, peers_of, themes_of
from community.peers.forms import ProfileForm
from core.access import guarded, signed_in
from core.errors import DomainError
from networks.policies import get_space_for

ROOM = "peers"


@never_cache
@require_safe
@signed_in
@guarded("networks.see_space")
def peers(request: HttpRequest, slug: str) -> HttpResponse:
    """Everybody at home in the network; `q`, `theme` and `with` narrow the list."""
    network = get_space_for(request.user, slug)
    everybody = peers_of(network, request.user)
    asked = {"q": request.GET.get("q", "")[:200], "theme": request.GET.get("theme", "")[:100]}
    with_ = request.GET.get("with", "")
    context = {
        "network": network,
        "room": ROOM,
        "peers": narrowed(everybody, with_=with_, **asked),
        "number": len(everybody),
        "themes": themes_of(everybody),
        "with": with_,
        **asked,
    }
    return render(request, "community/peers/peers.html", context)


@never_cache
@require_http_methods(["GET", "POST"])
@signed_in
@guarded("networks.see_space")
def profile(request: HttpRequest, slug: str) -> HttpResponse:
    """What the members of all one's networks see; one profile for all of them."""
    network = get_space_for(request.user, slug)
    form = ProfileForm.of(request.POST or None, PeerProfile.objects.filter(person=request.user).first())
    if request.method == "POST" and form.is_valid():
        try:
            services.tell_peers(person=request.user, **form.cleaned_data)
            messages.success(request, _("Stored."))
            return redirect("community:peers", slug)
        except DomainError as error:
            form.refuse(error)
    return render(request, "community/peers/profile.html", {"network": network, "room": ROOM, "form": form})
