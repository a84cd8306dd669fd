"""What a participant makes of an assignment, and what others say of it."""

import uuid
from typing import cast

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from core.access import signed_in
from core.errors import NotFound
from core.files import download
from networks import services
from networks.assignment_policies import (
    get_assignment_in,
    get_hand_in_file_for,
    get_hand_in_for,
    own_hand_in,
    owns,
)
from networks.forms.assignments import CommentForm, HandInForm
from networks.models import Assignment, Enrolment, HandIn
from networks.policies import get_own_place_in, get_space_for, get_space_to_change
from networks.views.forms import status_of, stored


@require_http_methods(["GET", "POST"])
@signed_in
def write_hand_in(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """The draft: store it to go on later, or hand it in."""
    assignment = get_assignment_in(get_space_to_change(request.user, slug), pk)
    own = get_own_place_in(request.user, assignment.network)
    hand_in = own_hand_in(assignment, own)
    if assignment.is_closed or (hand_in and hand_in.is_handed_in):
        return redirect(assignment.url)
    form = HandInForm(request.POST or None, request.FILES or None, initial=_initial(hand_in))
    form.offer_to_remove(list(hand_in.files.all()) if hand_in else [])
    give = request.POST.get("action") == "hand_in"
    if form.is_valid() and stored(form, lambda: _store(assignment, own, form, give)):
        messages.success(request, _("Handed in. Thank you!") if give else _("Saved. You can go on now or later."))
        return redirect(assignment.url if give else request.path)
    newer = _newer(assignment, own, form)
    context = {
        "network": assignment.network,
        "room": "assignments",
        "assignment": assignment,
        "materials": assignment.materials.all(),
        "hand_in": hand_in,
        "question": own.learning_question,
        "newer": newer,
        "form": form,
    }
    return render(request, "networks/assignments/write.html", context, status=status_of(form))


@require_POST
@signed_in
def take_back(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """What was handed in becomes a draft again."""
    assignment = get_assignment_in(get_space_for(request.user, slug), pk)
    services.take_back(assignment=assignment, enrolment=get_own_place_in(request.user, assignment.network))
    messages.success(request, _("You took it back. Others read it again when you hand it in anew."))
    return redirect("networks:write_hand_in", slug, pk)


@require_http_methods(["GET", "POST"])
@signed_in
def hand_in(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """What is handed in, with the comments; posting the form adds one."""
    found = get_hand_in_for(request.user, pk)
    network = found.assignment.network
    if network.slug != slug:
        raise NotFound
    own = owns(request.user, found)
    form = CommentForm(request.POST or None, initial={"key": uuid.uuid4()})
    if form.is_valid() and stored(
        form,
        lambda: services.comment_on_hand_in(hand_in=found, by=request.user, by_owner=own, **form.cleaned_data),
    ):
        messages.success(request, _("Your comment is stored, and who it concerns is told."))
        return redirect(found.url)
    context = {
        "network": network,
        "room": "assignments",
        "assignment": found.assignment,
        "hand_in": found,
        "files": found.files.all(),
        "comments": found.comments.select_related("author"),
        "own": own,
        "form": form,
    }
    return render(request, "networks/assignments/hand_in.html", context, status=status_of(form))


@require_safe
@signed_in
def hand_in_file(request: HttpRequest, slug: str, pk: int, file: int) -> HttpResponse:
    """Download a file of what is handed in."""
    found = get_hand_in_file_for(request.user, file)
    if found.link:
        return redirect(found.link)
    return download(request, found.file, name=found.name, content_type=found.content_type)


def _initial(hand_in: HandIn | None) -> dict[str, object]:
    if hand_in is None:
        return {"version": 0}
    about = hand_in.learning_question_id is not None or not hand_in.version
    return {"text": hand_in.text, "version": hand_in.version, "about_question": about}


def _newer(assignment: Assignment, own: Enrolment, form: HandInForm) -> str:
    """What somebody else stored meanwhile; storing once more then takes its place."""
    row = own_hand_in(assignment, own) if form.is_bound else None
    if row is None or form.data.get("version", "") in {"", str(row.version)}:
        return ""
    data = cast(QueryDict, form.data).copy()
    data["version"] = str(row.version)
    form.data = data
    return row.text


@transaction.atomic
def _store(assignment: Assignment, own: Enrolment, form: HandInForm, give: bool) -> HandIn:
    """Text and files, and handing in when asked: all or nothing."""
    place, given = {"assignment": assignment, "enrolment": own}, form.cleaned_data
    row = services.save_draft(
        **place, text=given["text"], about_question=given["about_question"], version=given["version"]
    )
    for file in form.removed:
        services.remove_hand_in_file(**place, file=file)
    for upload in given["uploads"]:
        services.add_hand_in_file(**place, file=upload)
    if given["link"]:
        services.add_hand_in_link(**place, link=given["link"], title=given["link_title"])
    return services.hand_in(**place) if give else row
