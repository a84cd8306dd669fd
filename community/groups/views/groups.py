"""The groups of a network, one of them, and making one."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from community.groups import services
from community.groups.forms import FoundingForm
from community.groups.policies import facilitates, get_group_in, may_found, participants_found
from community.groups.reading import groups_for, shown
from community.models import EventCounter, GroupPlace
from community.reading import THREADS_A_PAGE
from community.views.common import room_page
from core.access import guarded, signed_in
from networks.policies import get_cockpit_for, get_space_for, get_space_to_change, people_of
from networks.views.forms import status_of, stored

ROOM = "groups"


@never_cache
@require_safe
@signed_in
@guarded("networks.see_space")
def groups(request: HttpRequest, slug: str) -> HttpResponse:
    """The own groups and invitations; who facilitates sees which others there are, and who is in them."""
    network = get_space_for(request.user, slug)
    seq = EventCounter.objects.last_seq_of(network.pk)
    known = groups_for(network, request.user)
    return room_page(
        request,
        "community/groups/groups.html",
        network,
        room=ROOM,
        seq=seq,
        invitations=[it for it in known if it.mine == GroupPlace.State.INVITED and not it.group.is_closed],
        own=[it for it in known if it.mine == GroupPlace.State.MEMBER],
        others=[it for it in known if not it.mine],
        facilitates=facilitates(request.user, network),
        may_found=may_found(request.user, network),
        participants_found=participants_found(network),
    )


@never_cache
@require_safe
@signed_in
@guarded("community.read_group")
def group(request: HttpRequest, slug: str, group_id: int) -> HttpResponse:
    """Its conversations for the members; an invitation, or who is in it, for who else may know of it."""
    network = get_space_for(request.user, slug)
    seq = EventCounter.objects.last_seq_of(network.pk)
    it = shown(get_group_in(network, group_id, request.user), request.user)
    page = None
    if it.mine == GroupPlace.State.MEMBER:
        threads = network.threads.visible_to(request.user).filter(group=it.group).living().pinned_first()
        threads = threads.to_show().with_counts(request.user)
        page = Paginator(threads, THREADS_A_PAGE).get_page(request.GET.get("page"))
    return room_page(
        request,
        "community/groups/group.html",
        network,
        group=it.group,
        it=it,
        page_obj=page,
        seq=seq,
        leads=request.user.has_perm("community.lead_group", it.group),
        changes=request.user.has_perm("community.change_group", it.group),
    )


@never_cache
@require_http_methods(["GET", "POST"])
@signed_in
@guarded("community.found_group")
def found(request: HttpRequest, slug: str) -> HttpResponse:
    """Make a group. A participant invites, the facilitator says who is in it."""
    network = get_space_to_change(request.user, slug)
    runs = facilitates(request.user, network)
    people = people_of(network).exclude(pk=request.user.pk)
    form = FoundingForm(request.POST or None, people=people, runs=runs)
    if form.is_valid():
        facts = form.cleaned_data | {"people": form.chosen}
        made = stored(form, lambda: services.found_group(network=network, by=request.user, **facts))
        if made:
            messages.success(request, _("The group is there."))
            return redirect(made)
    context = {"form": form, "runs": runs, "may_found": may_found(request.user, network), "room": ROOM}
    return room_page(request, "community/groups/found.html", network, status=status_of(form), **context)


@require_POST
@signed_in
@guarded("networks.facilitate")
def allow_founding(request: HttpRequest, slug: str) -> HttpResponse:
    """Whether participants found groups themselves."""
    network = get_cockpit_for(request.user, slug)
    services.let_participants_found(network=network, by=request.user, on=request.POST.get("on") == "1")
    messages.success(request, _("Stored."))
    return redirect("community:groups", slug)
