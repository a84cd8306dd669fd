"""What goes with a meeting: adding, changing and removing it, and the files that members and guests get."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from core.access import guarded, signed_in
from core.errors import NotFound
from core.files import download
from networks import services
from networks.forms.materials import MaterialForm, NewMaterialForm
from networks.material_policies import get_material_in, get_shared_material_for
from networks.models import Meeting, MeetingMaterial, Network
from networks.policies import get_cockpit_to_change, get_meeting_in, get_space_for
from networks.views.forms import form_page, stored


@require_safe
@signed_in
def meeting_material(request: HttpRequest, slug: str, pk: int, material: int) -> HttpResponse:
    """Download a file that goes with a meeting."""
    meeting = get_meeting_in(get_space_for(request.user, slug), pk)
    return _file(request, get_material_in(meeting, material))


@require_safe
@guarded("whoever holds the guest's link")
def guest_material(request: HttpRequest, token: str, material: int) -> HttpResponse:
    """The same for a guest, as far as it is shared with guests and the pass is valid."""
    return _file(request, get_shared_material_for(token, material))


@require_http_methods(["GET", "POST"])
@signed_in
def add_meeting_material(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Files and a web address at once; a form that is sent twice adds them once."""
    network, meeting = _meeting(request, slug, pk)
    form = NewMaterialForm(request.POST or None, request.FILES or None, meeting=meeting, initial={"key": uuid.uuid4()})
    if form.is_valid() and stored(form, lambda: services.add_materials(meeting=meeting, by=request.user, **form.facts)):
        messages.success(request, _("It is added. Participants see it here, and are told once."))
        return redirect(_list_of(meeting))
    return _page(request, network, meeting, form, _("Add materials: %(meeting)s"), _("Add"))


@require_http_methods(["GET", "POST"])
@signed_in
def change_meeting_material(request: HttpRequest, slug: str, pk: int, material: int) -> HttpResponse:
    """The title, when it is for, who sees it, and the file or the address itself."""
    network, meeting = _meeting(request, slug, pk)
    found = get_material_in(meeting, material)
    form = MaterialForm(request.POST or None, request.FILES or None, material=found)
    if form.is_valid() and stored(
        form, lambda: services.change_material(material=found, by=request.user, **form.facts)
    ):
        messages.success(request, _("Stored."))
        return redirect(_list_of(meeting))
    return _page(request, network, meeting, form, _("Change materials: %(meeting)s"), _("Store"))


@require_http_methods(["GET", "POST"])
@signed_in
def remove_meeting_material(request: HttpRequest, slug: str, pk: int, material: int) -> HttpResponse:
    """Asks before it goes."""
    _network, meeting = _meeting(request, slug, pk)
    found = get_material_in(meeting, material)
    if request.method == "POST":
        services.remove_material(material=found, by=request.user)
        messages.success(request, _("“%(title)s” is removed.") % {"title": found.title})
        return redirect(_list_of(meeting))
    context = {"material": found, "back": _list_of(meeting)}
    return render(request, "networks/meetings/remove_material.html", context)


def _file(request: HttpRequest, found: MeetingMaterial) -> HttpResponse:
    if not found.file:
        raise NotFound
    return download(request, found.file, name=found.name, content_type=found.content_type)


def _meeting(request: HttpRequest, slug: str, pk: int) -> tuple[Network, Meeting]:
    network = get_cockpit_to_change(request.user, slug)
    return network, get_meeting_in(network, pk)


def _list_of(meeting: Meeting) -> str:
    return f"{meeting.url}#materials"


def _page(request: HttpRequest, network: Network, meeting: Meeting, form: Any, title: str, submit: str) -> HttpResponse:
    title = title % {"meeting": meeting.name}
    return form_page(request, network, form, room="meetings", title=title, submit=submit, back=_list_of(meeting))
