from typing import Any

from django.db.models import prefetch_related_objects
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from core.access import signed_in
from networks.models import Attendance, Enrolment, GuestPass, Network, Outcome
from networks.policies import enrolment_of, get_meeting_in, get_space_for
from notifications.services import mark_read_about, mark_read_about_all


@require_safe
@signed_in
def meetings(request: HttpRequest, slug: str) -> HttpResponse:
    """All meetings of the network on one page, with what people read before and after."""
    network = get_space_for(request.user, slug)
    papers = ("agenda", "outcomes__person", "host", "materials")
    prefetch_related_objects([network], *(f"series__meetings__{it}" for it in papers))
    own = enrolment_of(request.user, network)
    marks = dict(Attendance.objects.filter(enrolment=own).values_list("meeting", "state")) if own else {}
    guests = GuestPass.objects.filter(enrolment=own, withdrawn_at=None) if own else []
    context = {
        "network": network,
        "room": "meetings",
        "enrolment": own,
        "excused": {pk for pk, state in marks.items() if state == Attendance.State.EXCUSED},
        "present": {pk for pk, state in marks.items() if state == Attendance.State.PRESENT},
        "guests": {guest.meeting_id: guest for guest in guests},
        "actions": _open_actions(network, request.user),
        "facilitates": request.user.has_perm("networks.facilitate", network),
        "next_meeting": network.next_meeting,
    }
    return render(request, "networks/meetings/series.html", context)


@require_safe
@signed_in
def meeting(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """One meeting: when and where, what to prepare, the agenda, and afterwards the report."""
    network = get_space_for(request.user, slug)
    meeting = get_meeting_in(network, pk)
    own = enrolment_of(request.user, network)
    takes_part = own is not None and own.state == Enrolment.State.ACCEPTED
    facilitates = request.user.has_perm("networks.facilitate", network)
    outcomes = list(meeting.outcomes.select_related("person"))
    mark_read_about(person=request.user, about=meeting)
    mark_read_about_all(person=request.user, about=[it for it in outcomes if it.person_id == request.user.pk])
    context = {
        "network": network,
        "room": "meetings",
        "meeting": meeting,
        "materials": meeting.materials.in_time(),
        "takes_part": takes_part,
        "outcomes": outcomes,
        "facilitates": facilitates,
        "runs": facilitates and not network.is_archived,
        "mark": Attendance.objects.filter(meeting=meeting, enrolment=own).first() if takes_part else None,
        "guest": GuestPass.objects.filter(meeting=meeting, enrolment=own, withdrawn_at=None).first()
        if takes_part
        else None,
        "absent": Attendance.objects.filter(meeting=meeting, state=Attendance.State.EXCUSED).select_related(
            "enrolment__person"
        )
        if facilitates
        else [],
        "guests": GuestPass.objects.coming_to(meeting).brought() if facilitates else [],
        "experts": GuestPass.objects.coming_to(meeting).experts(),
    }
    return render(request, "networks/meetings/meeting.html", context)


def _open_actions(network: Network, person: Any) -> list[Outcome]:
    """Of all meetings: first one's own, then those of others, each in the order of their days."""
    if network.is_archived:
        return []
    found = Outcome.objects.of(network).actions().open().select_related("meeting", "person")
    return sorted(found, key=lambda action: action.person_id != person.pk)
