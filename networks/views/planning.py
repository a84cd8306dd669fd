"""The facilitator's work on meetings: making, moving and cancelling them. What is written for them: papers."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from core.access import signed_in
from networks import services
from networks.forms.meetings import (
    CancelForm,
    MeetingForm,
    NewMeetingForm,
    SeriesForm,
)
from networks.models import Meeting, Network
from networks.policies import get_cockpit_to_change, get_meeting_in
from networks.views.forms import form_page, status_of, stored


@require_http_methods(["GET", "POST"])
@signed_in
def plan_series(request: HttpRequest, slug: str) -> HttpResponse:
    """A series by rule: first the days are shown, then they are made."""
    network = get_cockpit_to_change(request.user, slug)
    form = SeriesForm(request.POST or None)
    valid = form.is_valid()
    if (
        valid
        and "make" in request.POST
        and stored(form, lambda: services.plan_series(network=network, by=request.user, **form.facts))
    ):
        messages.success(request, _("The series is made, and everybody is told."))
        return redirect(network.meetings_url)
    context = {
        "network": network,
        "room": "cockpit",
        "form": form,
        "rhythm": form.rhythm() if valid else None,
        "answers": [(name, request.POST.get(name, "")) for name in form.fields],
    }
    return render(request, "networks/meetings/plan_series.html", context, status=status_of(form))


@require_http_methods(["GET", "POST"])
@signed_in
def plan_meeting(request: HttpRequest, slug: str) -> HttpResponse:
    """One more meeting, by hand."""
    network = get_cockpit_to_change(request.user, slug)
    form = NewMeetingForm(request.POST or None, network=network)
    if form.is_valid():
        made: list[Meeting] = []
        series = form.cleaned_data["series"]
        if stored(
            form,
            lambda: made.append(services.add_meeting(network=network, series=series, by=request.user, **form.facts)),
        ):
            messages.success(request, _("The meeting is made."))
            return redirect("networks:meeting", slug, made[0].pk)
    return _form_page(request, network, form, _("A new meeting"), _("Make the meeting"))


@require_http_methods(["GET", "POST"])
@signed_in
def edit_meeting(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """When and where; a change is told to everybody concerned."""
    network, meeting = _meeting(request, slug, pk)
    form = MeetingForm(request.POST or None, instance=meeting, network=network)
    if form.is_valid() and stored(
        form,
        lambda: services.change_meeting(
            meeting=meeting, by=request.user, reason=form.cleaned_data["reason"], **form.facts
        ),
    ):
        messages.success(request, _("The meeting is stored. Who is concerned by a new time or place is told."))
        return redirect("networks:meeting", slug, pk)
    return _form_page(request, network, form, meeting.name, _("Store"), meeting)


@require_http_methods(["GET", "POST"])
@signed_in
def cancel_meeting(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Asks for the reason before the meeting is cancelled."""
    network, meeting = _meeting(request, slug, pk)
    form = CancelForm(request.POST or None)
    if form.is_valid() and stored(
        form,
        lambda: services.cancel_meeting(meeting=meeting, by=request.user, reason=form.cleaned_data["reason"]),
    ):
        messages.success(request, _("The meeting is cancelled, and everybody is told."))
        return redirect("networks:meeting", slug, pk)
    title = _("Cancel %(meeting)s?") % {"meeting": meeting.name}
    return _form_page(request, network, form, title, _("Yes, cancel the meeting"), meeting)


@require_POST
@signed_in
def restore_meeting(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """The meeting goes on after all."""
    _network, meeting = _meeting(request, slug, pk)
    services.restore_meeting(meeting=meeting, by=request.user)
    messages.success(request, _("The meeting goes on after all, and everybody is told."))
    return redirect("networks:meeting", slug, pk)


def _meeting(request: HttpRequest, slug: str, pk: int) -> tuple[Network, Meeting]:
    network = get_cockpit_to_change(request.user, slug)
    return network, get_meeting_in(network, pk)


def _form_page(
    request: HttpRequest, network: Network, form: forms.Form, title: str, submit: str, meeting: Meeting | None = None
) -> HttpResponse:
    back = meeting.url if meeting else network.cockpit_url
    return form_page(request, network, form, room="cockpit", title=title, submit=submit, back=back)
