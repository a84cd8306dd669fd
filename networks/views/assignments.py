"""Assignments as participants find them, and as facilitators set and follow them."""

import uuid
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from core.access import signed_in
from core.files import download
from networks import services
from networks.assigned import handed_in_counts, overview, own_lines, standing_of
from networks.assignment_policies import (
    get_assignment_in,
    get_assignment_material_for,
    own_hand_in,
    readable_hand_ins,
)
from networks.forms.assignments import AssignmentForm
from networks.models import Assignment, Network
from networks.policies import enrolment_of, get_cockpit_for, get_cockpit_to_change, get_space_for
from networks.views.forms import form_page, stored


@require_safe
@signed_in
def assignments(request: HttpRequest, slug: str) -> HttpResponse:
    """All assignments of the network, with how the reader stands; facilitators see how many handed in."""
    network = get_space_for(request.user, slug)
    own = enrolment_of(request.user, network)
    facilitates = request.user.has_perm("networks.facilitate", network)
    context = {
        "network": network,
        "room": "assignments",
        "takes_part": own is not None and own.state == own.State.ACCEPTED,
        "facilitates": facilitates,
        "lines": own_lines(network, own),
        "counts": handed_in_counts(network) if facilitates else {},
    }
    return render(request, "networks/assignments/list.html", context)


@require_safe
@signed_in
def assignment(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """One assignment: what is asked, the own work, and what others made as far as the reader may see it."""
    network = get_space_for(request.user, slug)
    assignment = get_assignment_in(network, pk)
    own = enrolment_of(request.user, network)
    hand_in = own_hand_in(assignment, own)
    facilitates = request.user.has_perm("networks.facilitate", network)
    readable = readable_hand_ins(request.user, network, own).filter(assignment=assignment).counting_comments()
    others = [it for it in readable if it != hand_in]
    mine = next((it for it in readable if it == hand_in), None)
    context = {
        "network": network,
        "room": "assignments",
        "assignment": assignment,
        "materials": assignment.materials.all(),
        "takes_part": own is not None and own.state == own.State.ACCEPTED,
        "hand_in": hand_in,
        "standing": standing_of(mine),
        "facilitates": facilitates,
        "others": others,
        "lines": overview(assignment) if facilitates else [],
    }
    return render(request, "networks/assignments/assignment.html", context)


@require_safe
@signed_in
def assignment_material(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Download a file that goes with an assignment."""
    found = get_assignment_material_for(request.user, pk)
    if found.link:
        return redirect(found.link)
    return download(request, found.file, name=found.name, content_type=found.content_type)


@require_http_methods(["GET", "POST"])
@signed_in
def set_assignment(request: HttpRequest, slug: str) -> HttpResponse:
    """The facilitator makes an assignment."""
    network = get_cockpit_to_change(request.user, slug)
    form = AssignmentForm(request.POST or None, request.FILES or None, network=network, initial={"key": uuid.uuid4()})
    made = stored(form, lambda: _store(request, network, form, None)) if form.is_valid() else None
    if made:
        messages.success(request, _("The assignment is set, and the participants are told."))
        return redirect(made.url)
    return _form_page(request, network, form, _("A new assignment"), _("Set the assignment"))


@require_http_methods(["GET", "POST"])
@signed_in
def edit_assignment(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """The facilitator changes what is asked."""
    network = get_cockpit_to_change(request.user, slug)
    assignment = get_assignment_in(network, pk)
    form = AssignmentForm(request.POST or None, request.FILES or None, network=network, assignment=assignment)
    if form.is_valid() and stored(form, lambda: _store(request, network, form, assignment)):
        messages.success(request, _("The assignment is stored."))
        return redirect(assignment.url)
    return _form_page(request, network, form, _("Change the assignment"), _("Store"), assignment)


@require_POST
@signed_in
def close_assignment(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Nothing more is taken in."""
    assignment = get_assignment_in(get_cockpit_for(request.user, slug), pk)
    services.close_assignment(assignment=assignment, by=request.user)
    messages.success(request, _("The assignment is closed. You can open it again."))
    return redirect(assignment.url)


@require_POST
@signed_in
def reopen_assignment(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Participants can hand in again."""
    assignment = get_assignment_in(get_cockpit_for(request.user, slug), pk)
    services.reopen_assignment(assignment=assignment, by=request.user)
    messages.success(request, _("The assignment is open again."))
    return redirect(assignment.url)


@require_http_methods(["GET", "POST"])
@signed_in
def remove_assignment(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Take an assignment away, after asking whether that is meant."""
    network = get_cockpit_to_change(request.user, slug)
    assignment = get_assignment_in(network, pk)
    if request.method == "POST":
        services.remove_assignment(assignment=assignment, by=request.user)
        messages.success(request, _("The assignment is removed."))
        return redirect("networks:assignments", slug)
    context = {"network": network, "room": "assignments", "assignment": assignment}
    return render(request, "networks/assignments/remove.html", context)


@transaction.atomic
def _store(request: HttpRequest, network: Network, form: AssignmentForm, assignment: Assignment | None) -> Assignment:
    """The assignment with its files: all or nothing; a form that is sent twice makes one."""
    if assignment is None:
        key = form.cleaned_data["key"]
        if key and (made := Assignment.objects.filter(set_by=request.user, key=key).with_address().first()):
            return made
        assignment = services.set_assignment(network=network, by=request.user, key=key, **form.facts)
    else:
        services.change_assignment(assignment=assignment, by=request.user, **form.facts)
    for material in form.removed:
        services.remove_assignment_material(material=material)
    for file in form.cleaned_data["uploads"]:
        services.add_assignment_file(assignment=assignment, file=file, by=request.user)
    if form.cleaned_data["link"]:
        title = form.cleaned_data["link_title"]
        services.add_assignment_link(
            assignment=assignment, link=form.cleaned_data["link"], by=request.user, title=title
        )
    return assignment


def _form_page(
    request: HttpRequest, network: Network, form: Any, title: str, submit: str, assignment: Assignment | None = None
) -> HttpResponse:
    back = assignment.url if assignment else reverse("networks:assignments", args=[network.slug])
    return form_page(request, network, form, room="assignments", title=title, submit=submit, back=back)
