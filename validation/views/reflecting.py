"""The own final reflection: a form that is kept while one types, and handing it in once."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from core.access import guarded, signed_in
from core.doors import found_in
from core.errors import DomainError, NotFound
from networks.views.forms import status_of, stored
from resources.views.writing import number_in
from resources.writing.clashes import ELSEWHERE, Clash
from validation import services
from validation.dialogue.reading import opened_to, others_of, own_reflection, taken
from validation.dialogue_policies import get_attended_dialogue_for, get_dialogue_with, get_own_place_for
from validation.errors import ReflectionClosed, ReflectionElsewhere, ReflectionIncomplete
from validation.forms.dialogues import ClosePlaceForm, ReflectForm, name_of
from validation.models import DialoguePlace

WRITE, GUIDE = "validation.take_part_in_dialogue", "validation.guide_dialogue"


@require_http_methods(["GET", "POST"])
@signed_in
@guarded(WRITE)
def reflect(request: HttpRequest, pk: int) -> HttpResponse:
    """Write about the two others; once handed in it is only read."""
    place = get_own_place_for(request.user, pk)
    if not _may_write(place):
        if request.method == "POST":
            raise ReflectionClosed
        return _page(request, place, "reflected", {"parts": _own_parts(place), "own": own_reflection(place)})
    form = _form(place, request.POST if request.method == "POST" else None)
    clashes: list[Clash] = []
    if form.is_valid():
        try:
            saved = services.save_reflection(place=place, by=request.user, **form.facts)
        except ReflectionElsewhere as error:
            form.refuse(error)
            clashes = _clashes(place, form)
            form.read(error.serial)  # who saves again has seen the other text
        except DomainError as error:
            form.refuse(error)
        else:
            if request.POST.get("action") != "hand_in":
                messages.success(request, _("Saved. Nobody else reads it before you hand it in."))
                return redirect("validation:reflect", pk)
            if not (lacking := services.missing_from(saved, others_of(place, place.dialogue))):
                return redirect("validation:hand_in_reflection", pk)
            form.refuse(ReflectionIncomplete(errors=lacking))
            form.read(saved.serial)
    context = {"form": form, "clashes": clashes, **_standing(place)}
    return _page(request, place, "reflect", context, status=status_of(form))


@require_POST
@signed_in
@guarded(WRITE)
def keep_reflection(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep what is typed so far; answers how far it is.

    409 with the other texts when another window wrote something else meanwhile; 422 when it cannot be kept.
    """
    place = get_own_place_for(request.user, pk)
    form = _form(place, request.POST)
    if not form.is_valid():
        return HttpResponse(status=422)
    try:
        saved = services.save_reflection(place=place, by=request.user, **form.facts)
        answer, serial = render(request, "validation/dialogue/panel.html", _standing(place)), saved.serial
    except ReflectionElsewhere as error:
        context = {"clashes": _clashes(place, form)}
        answer, serial = render(request, "resources/writing/clashes.html", context, status=409), error.serial
    answer["X-Serial"], answer["X-Version"] = str(serial), "0"
    return answer


@require_http_methods(["GET", "POST"])
@signed_in
@guarded(WRITE)
def hand_in_reflection(request: HttpRequest, pk: int) -> HttpResponse:
    """Asks before it is handed in, as it never changes after that."""
    place = get_own_place_for(request.user, pk)
    if not _may_write(place):
        return redirect("validation:reflect", pk)
    own = own_reflection(place)
    if own is None or services.missing_from(own, others_of(place, place.dialogue)):
        messages.error(request, str(ReflectionIncomplete.message))
        return redirect("validation:reflect", pk)
    if request.method == "GET":
        return _page(request, place, "hand_in", {"parts": _own_parts(place), "own": own})
    try:
        services.hand_in_reflection(place=place, by=request.user, serial=number_in(request, "serial"))
    except DomainError as error:
        messages.error(request, str(error))
        return redirect("validation:reflect", pk)
    messages.success(request, _("Your reflection is handed in. You hear when all are in."))
    return redirect(place.dialogue)


@require_safe
@signed_in
@guarded(WRITE)
def reflections(request: HttpRequest, pk: int) -> HttpResponse:
    """What was written about each, once all are in; for the three and the facilitator."""
    dialogue = get_attended_dialogue_for(request.user, pk)
    if not dialogue.is_open:
        raise NotFound
    context = {
        "dialogue": dialogue,
        "about": opened_to(request.user, dialogue),
        "guides": request.user.has_perm(GUIDE, dialogue),
    }
    return render(request, "validation/dialogue/reflections.html", context)


@require_http_methods(["GET", "POST"])
@signed_in
@guarded(GUIDE)
def close_place(request: HttpRequest, pk: int, place: int) -> HttpResponse:
    """The facilitator closes one of the three: valued, or feedback to go on with."""
    dialogue = get_dialogue_with(request.user, pk, GUIDE)
    if not dialogue.is_open:
        raise NotFound
    row: DialoguePlace = found_in(
        DialoguePlace.objects.filter(dialogue=dialogue, left_at=None, pk=place).select_related("theme__theme", "person")
    )
    if row.closed_at:
        return redirect("validation:reflections", pk)
    row.dialogue = dialogue
    form = ClosePlaceForm(request.POST or None, theme=row.theme.theme)
    if form.is_valid() and stored(form, lambda: services.close_place(place=row, by=request.user, **form.cleaned_data)):
        messages.success(request, _("It is closed. %(name)s is told.") % {"name": row.person.name})
        return redirect("validation:reflections", pk)
    about = next(it for it in opened_to(request.user, dialogue) if it.place.pk == row.pk)
    context = {"dialogue": dialogue, "place": row, "form": form, "about": about}
    return render(request, "validation/dialogue/close.html", context, status=status_of(form))


def _may_write(place: DialoguePlace) -> bool:
    own = own_reflection(place)
    return place.dialogue.is_reflected_on and (own is None or own.handed_in_at is None)


def _form(place: DialoguePlace, data: Any) -> ReflectForm:
    own, others = own_reflection(place), others_of(place, place.dialogue)
    texts = services.texts_of(own)
    known = {name_of(it): texts.get(it.pk, "") for it in others}
    return ReflectForm(data, others=others, initial={"version": 0, "serial": own.serial if own else 0, **known})


def _standing(place: DialoguePlace) -> dict[str, Any]:
    """About how many one writes, and about how many something is stored now."""
    others = others_of(place, place.dialogue)
    lacking = len(services.missing_from(own_reflection(place), others))
    return {"needed": len(others), "lacking": lacking, "there": len(others) - lacking}


def _clashes(place: DialoguePlace, form: ReflectForm) -> list[Clash]:
    """Each field that says something else than what is stored."""
    texts = services.texts_of(own_reflection(place))
    found = []
    for it in form.others:
        typed, kept = str(form.cleaned_data.get(name_of(it)) or "").strip(), texts.get(it.pk, "")
        if typed.replace("\r\n", "\n") != kept:
            found.append(Clash(name_of(it), form[name_of(it)].label, ELSEWHERE, kept, kept))
    return found


def _own_parts(place: DialoguePlace) -> list[tuple[DialoguePlace, str]]:
    texts = services.texts_of(own_reflection(place))
    return [(it, texts[it.pk]) for it in taken(place.dialogue) if it.pk in texts]


def _page(
    request: HttpRequest, place: DialoguePlace, template: str, context: dict[str, Any], *, status: int = 200
) -> HttpResponse:
    shown = {"place": place, "dialogue": place.dialogue} | context
    return render(request, f"validation/dialogue/{template}.html", shown, status=status)
