"""The room on the day: whose turn it is, question cards for the facilitator, and ending it."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from core.access import guarded, signed_in
from core.errors import DomainError
from validation import services
from validation.dialogue.reading import cards_of, preparations_of, taken
from validation.dialogue_policies import get_attended_dialogue_for, get_dialogue_with
from validation.models import Dialogue

ATTEND, GUIDE = "validation.take_part_in_dialogue", "validation.guide_dialogue"
LONGEST_NUMBER = 4  # digits


@require_safe
@signed_in
@guarded(ATTEND)
def dialogue_room(request: HttpRequest, pk: int) -> HttpResponse:
    """Whose turn it is, with what each prepared; the part with the turn looks again by itself."""
    dialogue = get_attended_dialogue_for(request.user, pk)
    context = _turns(request, dialogue)
    context["preparations"] = preparations_of(dialogue)
    context["cards"] = cards_of(dialogue.version) if context["guides"] else []
    return render(request, "validation/dialogue/room.html", context)


@require_safe
@signed_in
@guarded(ATTEND)
def dialogue_turns(request: HttpRequest, pk: int) -> HttpResponse:
    """The part of the room that tells whose turn it is, as it is now."""
    dialogue = get_attended_dialogue_for(request.user, pk)
    return render(request, "validation/dialogue/turns.html", _turns(request, dialogue))


@require_POST
@signed_in
@guarded(GUIDE)
def give_turn(request: HttpRequest, pk: int) -> HttpResponse:
    """The facilitator lets the turn go on; the first time it begins."""
    dialogue = get_dialogue_with(request.user, pk, GUIDE)
    number = request.POST.get("number", "")
    is_number = number.isdecimal() and len(number) <= LONGEST_NUMBER
    try:
        services.give_turn(dialogue=dialogue, by=request.user, number=int(number) if is_number else 0)
    except DomainError as error:
        messages.error(request, str(error))
    return redirect("validation:dialogue_room", pk)


@require_http_methods(["GET", "POST"])
@signed_in
@guarded(GUIDE)
def end_dialogue(request: HttpRequest, pk: int) -> HttpResponse:
    """Asks before it ends, as the time for the reflections runs from then on."""
    dialogue = get_dialogue_with(request.user, pk, GUIDE)
    if dialogue.state != Dialogue.State.PLANNED or dialogue.begun_at is None:
        return redirect(dialogue)
    if request.method == "POST":
        services.end_dialogue(dialogue=dialogue, by=request.user)
        messages.success(request, _("The dialogue has ended. The three write their final reflections now."))
        return redirect(dialogue)
    hours = max(it.theme.case.version.reflection_hours for it in taken(dialogue))
    return render(request, "validation/dialogue/end.html", {"dialogue": dialogue, "hours": hours})


def _turns(request: HttpRequest, dialogue: Dialogue) -> dict[str, Any]:
    people = taken(dialogue)
    later = [it for it in people if it.number > dialogue.turn]
    return {
        "dialogue": dialogue,
        "people": people,
        "current": next((it for it in people if it.number == dialogue.turn), None),
        "next": later[0] if later else None,
        "guides": request.user.has_perm(GUIDE, dialogue),
    }
