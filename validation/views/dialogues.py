"""A dialogue for who is there: when and where, what the three prepared, and days that suit."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from core.access import guarded, signed_in
from core.doors import found_in
from core.errors import NotFound
from networks.views.forms import status_of, stored
from notifications.services import mark_read_about
from validation import services
from validation.calendar import dialogue_invitation
from validation.dialogue.reading import asks, dialogues_of, own_reflection, preparations_of, taken
from validation.dialogue_policies import attends, get_attended_dialogue_for, get_dialogue_for
from validation.forms.dialogues import DayForm
from validation.models import Case
from validation.policies import get_own_case_for
from validation.states import Route
from validation.views.cases import OWN

VISIBLE = "validation.visible_to"


@require_safe
@signed_in
def dialogues(request: HttpRequest) -> HttpResponse:
    """The dialogues in which the person takes part or that the person guides."""
    return render(request, "validation/dialogue/list.html", {"dialogues": dialogues_of(request.user)})


@require_safe
@signed_in
@guarded(VISIBLE)
def dialogue(request: HttpRequest, pk: int) -> HttpResponse:
    """Everything of one dialogue; the preparations for the three and the facilitator alone."""
    found = get_dialogue_for(request.user, pk)
    mark_read_about(person=request.user, about=found)
    is_there = attends(request.user, found)
    own = next((it for it in taken(found) if it.person_id == request.user.pk), None)
    guides = request.user.has_perm("validation.guide_dialogue", found)
    coordinates = request.user.has_perm("validation.coordinate_dialogue", found)
    context = {
        "dialogue": found,
        "people": taken(found),
        "own": own,
        "own_reflection": own_reflection(own) if own else None,
        "guides": guides,
        "coordinates": coordinates,
        "asks": asks(found) if coordinates else "",
        "late": services.late_in(found) if guides or coordinates else [],
        "preparations": preparations_of(found) if is_there else [],
        "is_there": is_there,
    }
    return render(request, "validation/dialogue/dialogue.html", context)


@require_safe
@signed_in
@guarded(VISIBLE)
def dialogue_calendar(request: HttpRequest, pk: int) -> HttpResponse:
    """The dialogue as a calendar file, for who is there."""
    found = get_attended_dialogue_for(request.user, pk)
    _method, content = dialogue_invitation(found, request.user, goes_on=True, publish=True)
    answer = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="dialoog-{found.pk}.ics"'
    answer["Cache-Control"] = "private, no-store"
    return answer


@require_http_methods(["GET", "POST"])
@signed_in
@guarded(OWN)
def suitable_days(request: HttpRequest, case: int) -> HttpResponse:
    """The days on which the participant can hold the dialogue; the coordinator looks for one that suits all."""
    own = _own(request, case)
    form = DayForm(request.POST or None)
    if form.is_valid() and stored(
        form, lambda: services.add_suitable_day(case=own, by=request.user, day=form.cleaned_data["day"])
    ):
        messages.success(request, _("The day is noted."))
        return redirect("validation:suitable_days", case)
    context = {"case": own, "form": form, "days": own.suitable_days.all()}
    return render(request, "validation/dialogue/days.html", context, status=status_of(form))


@require_POST
@signed_in
@guarded(OWN)
def remove_suitable_day(request: HttpRequest, case: int, pk: int) -> HttpResponse:
    """The day does not suit after all."""
    own = _own(request, case)
    day = found_in(own.suitable_days.filter(pk=pk))
    day.case = own
    services.remove_suitable_day(day=day, by=request.user)
    messages.success(request, _("The day is taken out."))
    return redirect("validation:suitable_days", case)


def _own(request: HttpRequest, pk: int) -> Case:
    own = get_own_case_for(request.user, pk)
    if own.route != Route.DIALOGUE:
        raise NotFound
    return own
