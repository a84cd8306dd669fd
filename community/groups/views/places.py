"""Who comes into a small group, and who goes."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from accounts.models import User
from community.groups import services
from community.groups.forms import PeopleForm
from community.groups.policies import facilitates, get_group_in, get_group_to_change, require
from community.groups.reading import people_to_add
from community.models import SmallGroup
from community.views.common import room_page
from core.access import guarded, signed_in
from core.errors import NotFound
from networks.policies import get_space_for
from networks.views.forms import status_of, stored


@never_cache
@require_http_methods(["GET", "POST"])
@signed_in
@guarded("community.change_group")
def add(request: HttpRequest, slug: str, group_id: int) -> HttpResponse:
    """A member invites, the facilitator puts people in the group."""
    group = get_group_to_change(request.user, slug, group_id)
    form = PeopleForm(request.POST or None, people=people_to_add(group, request.user))
    if form.is_valid():
        chosen = form.chosen
        if stored(form, lambda: services.add_people(group=group, by=request.user, people=chosen)):
            messages.success(request, _("They are told."))
            return redirect(group)
    runs = facilitates(request.user, group.network)
    return room_page(
        request, "community/groups/add.html", group.network, group=group, form=form, runs=runs, status=status_of(form)
    )


@require_POST
@signed_in
@guarded("networks.see_space")
def answer(request: HttpRequest, slug: str, group_id: int) -> HttpResponse:
    """Say yes or no to an invitation."""
    network = get_space_for(request.user, slug)
    group = get_group_in(network, group_id, request.user)
    accept = request.POST.get("accept") == "1"
    services.answer_invitation(group=group, person=request.user, accept=accept)
    if accept:
        messages.success(request, _("Welcome! You are in the group."))
        return redirect(group)
    messages.success(request, _("You said no. Who invited you is told."))
    return redirect("community:groups", slug)


@never_cache
@require_http_methods(["GET", "POST"])
@signed_in
@guarded("networks.see_space")
def remove(request: HttpRequest, slug: str, group_id: int, person_id: int) -> HttpResponse:
    """Leave, let somebody go, or take an invitation back."""
    network = get_space_for(request.user, slug)
    group = get_group_in(network, group_id, request.user)
    person = _who(group, person_id)
    leaves = person.pk == request.user.pk
    if not leaves:
        require(request.user, "community.lead_group", group)
    if request.method == "POST":
        services.remove_from_group(group=group, person=person, by=request.user)
        done = _("You left the group.") if leaves else _("%(name)s is no longer in the group.") % {"name": person.name}
        messages.success(request, done)
        return redirect("community:groups", slug) if leaves else redirect(group)
    return room_page(request, "community/groups/remove.html", network, group=group, person=person, leaves=leaves)


def _who(group: SmallGroup, person_id: int) -> User:
    """Somebody with a place in the group. Raises NotFound."""
    place = next((it for it in group.places.all() if it.person_id == person_id), None)
    if place is None:
        raise NotFound
    return place.person
