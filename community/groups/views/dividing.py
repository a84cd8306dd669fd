"""The facilitator divides everybody over groups by lot, and sees the division before it is stored."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from accounts.models import User
from community.groups import services
from community.groups.dividing import divide
from community.groups.forms import DividingForm, DivisionForm
from community.groups.reading import people_to_divide
from community.groups.views.groups import ROOM
from community.views.common import room_page
from core.access import guarded, signed_in
from core.errors import DomainError
from networks.models import Network
from networks.policies import get_cockpit_to_change
from networks.views.forms import status_of

Division = list[tuple[str, list[User]]]


@never_cache
@require_http_methods(["GET", "POST"])
@signed_in
@guarded("networks.facilitate")
def divide_everybody(request: HttpRequest, slug: str) -> HttpResponse:
    """Ask how, show a division (again another, when asked again), store the one that was shown."""
    network = get_cockpit_to_change(request.user, slug)
    if "division" in request.POST:
        return _store(request, network)
    form = DividingForm(request.POST or None, initial={"name": _("Intervision group")})
    division = _by_lot(network, form) if form.is_valid() else []
    return _page(request, network, form, division)


def _by_lot(network: Network, form: DividingForm) -> Division:
    people = people_to_divide(network, only_without=form.cleaned_data["only_without"])
    if not people:
        form.add_error("only_without", _("There is nobody to divide."))
    return _named(form.cleaned_data["name"], divide(people, form.cleaned_data["size"]))


def _named(name: str, groups: list[list[User]]) -> Division:
    return [(f"{name} {number}", group) for number, group in enumerate(groups, 1)]


def _store(request: HttpRequest, network: Network) -> HttpResponse:
    form = DivisionForm(request.POST)
    people = {person.pk: person for person in people_to_divide(network, only_without=False)}
    if form.is_valid() and {pk for group in form.groups for pk in group} <= people.keys():
        groups = [[people[pk] for pk in dict.fromkeys(group)] for group in form.groups]
        named = _named(form.cleaned_data["name"], groups)
        try:
            made = services.found_groups(network=network, by=request.user, groups=named, key=form.cleaned_data["key"])
        except DomainError as error:
            messages.error(request, str(error))
        else:
            text = ngettext("%(number)d group is made.", "%(number)d groups are made.", len(made))
            messages.success(request, text % {"number": len(made)})
            return redirect("community:groups", network.slug)
    else:
        messages.error(request, _("Somebody came or went meanwhile. Please divide again."))
    return redirect("community:divide_groups", network.slug)


def _page(request: HttpRequest, network: Network, form: DividingForm, division: Division) -> HttpResponse:
    context: dict[str, Any] = {
        "form": form,
        "division": division,
        "ids": ";".join(",".join(str(person.pk) for person in people) for _name, people in division),
        "key": uuid.uuid4(),
    }
    return room_page(request, "community/groups/divide.html", network, room=ROOM, status=status_of(form), **context)
