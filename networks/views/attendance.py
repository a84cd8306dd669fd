"""Who is there: announced by the participant, with the code in the room, or by the facilitator."""

import segno
from django.conf import settings
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from core.access import signed_in
from core.errors import DomainError
from core.parts import part, wants_part
from networks import services
from networks.check_in import PERIOD, code_of
from networks.errors import MeetingNotBegun
from networks.forms.attendance import AbsenceForm, AttendanceForm, CheckInForm
from networks.models import Attendance, AttendanceChange, Enrolment, GuestPass, Meeting, Network
from networks.policies import get_cockpit_for, get_cockpit_to_change, get_meeting_in, get_own_place_at
from networks.views.forms import form_page

SHEET = "networks/attendance_sheet.html"


@require_http_methods(["GET", "POST"])
@signed_in
def attendance(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Who was there: one form for all participants, with the guests and what was noted before."""
    network = get_cockpit_for(request.user, slug)
    meeting = get_meeting_in(network, pk)
    if not meeting.takes_attendance:
        raise MeetingNotBegun
    form = AttendanceForm(request.POST or None, meeting=meeting, network=network)
    if form.is_valid():
        with transaction.atomic():
            for enrolment, state in form.changes:
                services.record_attendance(meeting=meeting, enrolment=enrolment, state=state, by=request.user)
        said = _("The attendance is stored.")
        if wants_part(request):
            form = AttendanceForm(meeting=meeting, network=network)
            return part(request, SHEET, _sheet(network, meeting, form), said=said)
        messages.success(request, said)
        return redirect(network.cockpit_url)
    context = _room(network, meeting) | _sheet(network, meeting, form)
    template = SHEET if wants_part(request) else "networks/attendance.html"
    return render(request, template, context, status=422 if form.is_bound else 200)


def _sheet(network: Network, meeting: Meeting, form: AttendanceForm) -> dict[str, object]:
    changes = AttendanceChange.objects.filter(meeting=meeting).select_related("enrolment__person", "by")
    return {"network": network, "meeting": meeting, "form": form, "changes": changes}


@require_http_methods(["GET", "POST"])
@signed_in
def absence(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """The participant cannot come, and tells why."""
    meeting, own = get_own_place_at(request.user, pk)
    form = AbsenceForm(request.POST or None)
    if form.is_valid():
        services.announce_absence(meeting=meeting, enrolment=own, reason=form.cleaned_data["reason"])
        messages.success(request, _("Thank you for letting us know. Your facilitator is told."))
        return redirect(meeting.url)
    title = _("You cannot come to %(meeting)s?") % {"meeting": meeting.name}
    submit = _("Let the facilitator know")
    return form_page(
        request, meeting.series.network, form, room="meetings", title=title, submit=submit, back=meeting.url
    )


@require_POST
@signed_in
def take_back_absence(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """The participant comes after all."""
    meeting, own = get_own_place_at(request.user, pk)
    services.take_back_absence(meeting=meeting, enrolment=own)
    messages.success(request, _("Good that you come after all. Your facilitator is told."))
    return redirect(meeting.url)


@never_cache
@require_http_methods(["GET", "POST"])
@signed_in
def check_in(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Where the QR code leads: one tap, and the participant is marked present."""
    meeting, own = get_own_place_at(request.user, pk)
    form = CheckInForm(request.POST or None, initial={"code": request.GET.get("code", "")[:20]})
    if form.is_valid():
        try:
            services.check_in(meeting=meeting, enrolment=own, code=form.cleaned_data["code"])
        except DomainError as error:
            form.add_error("code", str(error))
    here = Attendance.objects.filter(meeting=meeting, enrolment=own, state=Attendance.State.PRESENT).exists()
    context = {"network": meeting.series.network, "room": "meetings", "meeting": meeting, "form": form, "here": here}
    return render(request, "networks/meetings/check_in.html", context, status=422 if form.errors else 200)


@never_cache
@require_safe
@signed_in
def check_in_screen(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """For the screen in the room: the code of this minute, as letters and as QR."""
    network = get_cockpit_to_change(request.user, slug)
    meeting = get_meeting_in(network, pk)
    if not meeting.takes_check_in:
        raise MeetingNotBegun
    code = code_of(meeting)
    address = settings.BASE_URL + reverse("networks:check_in", args=[slug, pk])
    qr = segno.make(f"{address}?code={code}", error="m").svg_inline(
        omitsize=True, border=2, svgclass="qr", lineclass=None
    )
    context = {
        "network": network,
        "room": "cockpit",
        "meeting": meeting,
        "code": code,
        "qr": mark_safe(qr),  # noqa: S308 – drawn by segno from our own address
        "address": address,
        "period": PERIOD,
        "present": Attendance.objects.filter(meeting=meeting, state=Attendance.State.PRESENT).count(),
        "expected": Enrolment.objects.accepted().filter(network=network).count(),
    }
    template = "networks/meetings/code.html" if request.htmx else "networks/meetings/check_in_screen.html"
    return render(request, template, context)


@require_safe
@signed_in
def attendance_list(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """To print: everybody who is expected, with room for a signature."""
    return _print(request, slug, pk, "networks/meetings/attendance_list.html")


@require_safe
@signed_in
def name_badges(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """To print and cut: a badge for everybody who is expected."""
    return _print(request, slug, pk, "networks/meetings/name_badges.html")


def _print(request: HttpRequest, slug: str, pk: int, template: str) -> HttpResponse:
    network = get_cockpit_for(request.user, slug)
    meeting = get_meeting_in(network, pk)
    excused = Attendance.objects.filter(meeting=meeting, state=Attendance.State.EXCUSED).values_list(
        "enrolment", flat=True
    )
    enrolments = Enrolment.objects.accepted().filter(network=network).select_related("person", "school").by_name()
    context = _room(network, meeting) | {
        "enrolments": enrolments,
        "excused": set(excused),
        "facilitators": network.facilitators.all(),
    }
    return render(request, template, context)


def _room(network: Network, meeting: Meeting) -> dict[str, object]:
    coming = list(GuestPass.objects.coming_to(meeting))
    return {
        "network": network,
        "room": "cockpit",
        "meeting": meeting,
        "coming": coming,
        "guests": [it for it in coming if not it.is_expert],
        "experts": [it for it in coming if it.is_expert],
    }
