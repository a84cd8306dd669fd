"""The coordinator's side of dialogues: who is ready, who fit together and why, and planning it."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from core.access import guarded, signed_in
from core.doors import found_in
from core.errors import NotFound
from networks.views.forms import status_of, stored
from validation import services
from validation.dialogue.matching import days_of, facilitators_of, in_words, proposals_among, ready_in, weighed
from validation.dialogue.reading import running_in
from validation.dialogue_policies import get_dialogue_programme_for, get_dialogue_with
from validation.forms.dialogues import (
    FacilitatorForm,
    MakeDialogueForm,
    MoreTimeToReflectForm,
    MoveDialogueForm,
    ReasonForm,
)
from validation.models import CaseTheme, Dialogue, DialoguePlace, Programme
from validation.states import Route

COORDINATE, OF_PROGRAMME = "validation.coordinate_dialogue", "validation.coordinate_programme"
MOST_READY = 60


@require_safe
@signed_in
@guarded(OF_PROGRAMME)
def coordinated_dialogues(request: HttpRequest) -> HttpResponse:
    """Who is ready, groups that are proposed with reasons, and the dialogues that go on."""
    programmes = list(Programme.objects.coordinated_by(request.user).filter(route=Route.DIALOGUE))
    if not programmes:
        raise NotFound
    context = {
        "programmes": [_of_programme(it, request.user) for it in programmes],
        "running": running_in(programmes, request.user),
    }
    return render(request, "validation/dialogue/coordinating.html", context)


@require_http_methods(["GET", "POST"])
@signed_in
@guarded(OF_PROGRAMME)
def make_dialogue(request: HttpRequest, slug: str) -> HttpResponse:
    """Bring people together; `people` names who are ticked beforehand."""
    programme = get_dialogue_programme_for(request.user, slug)
    ready = _ready(programme, request.user)
    asked = {it for it in request.GET.get("people", "").split(",") if it.isdecimal()}
    group = weighed([it for it in ready if str(it.pk) in asked]) if asked else None
    initial: dict[str, Any] = {"people": [it.pk for it in group.themes] if group else []}
    if group and group.days:
        initial["day"] = group.days[0]
    facilitators = facilitators_of(programme)
    version = services.newest_published(programme)
    form = MakeDialogueForm(
        request.POST or None, ready=ready, facilitators=facilitators, version=version, initial=initial
    )

    def store() -> Dialogue:
        facts = {"themes": form.chosen, "facilitator": form.cleaned_data["facilitator"]}
        reason = form.cleaned_data["reason"]
        return services.make_dialogue(programme=programme, by=request.user, reason=reason, **facts, **form.when_where)

    if form.is_valid() and (made := stored(form, store)):
        messages.success(request, _("The dialogue is planned. Everybody who takes part is told."))
        return redirect(made)
    if request.method == "POST" and (again := _made_just_now(request, programme)):
        return redirect(again)
    context = {
        "programme": programme,
        "form": form,
        "group": group if group and len(group.themes) > 1 else None,
        "wanted": version.people_in_dialogue if version else 3,
        "days": {it.pk: in_words(days_of(it)) for it in ready},
        "has_facilitators": facilitators.exists(),
    }
    return render(request, "validation/dialogue/make.html", context, status=status_of(form))


@require_http_methods(["GET", "POST"])
@signed_in
@guarded(COORDINATE)
def move_dialogue(request: HttpRequest, pk: int) -> HttpResponse:
    """Another day or place; everybody is told."""
    dialogue = get_dialogue_with(request.user, pk, COORDINATE)
    form = MoveDialogueForm(request.POST or None, dialogue=dialogue)

    def store() -> Dialogue:
        facts = form.when_where | {"reason": form.cleaned_data["reason"]}
        return services.move_dialogue(dialogue=dialogue, by=request.user, **facts)

    said = _("The dialogue is changed. Everybody who takes part is told.")
    return _form_page(request, dialogue, form, store, _("Move the dialogue"), _("Store"), said, dialogue.is_planned)


@require_http_methods(["GET", "POST"])
@signed_in
@guarded(COORDINATE)
def cancel_dialogue(request: HttpRequest, pk: int) -> HttpResponse:
    """Asks why, and calls it off."""
    dialogue = get_dialogue_with(request.user, pk, COORDINATE)
    form = ReasonForm(request.POST or None)

    def store() -> Dialogue:
        return services.cancel_dialogue(dialogue=dialogue, by=request.user, reason=form.cleaned_data["reason"])

    said = _("The dialogue is off. Everybody who takes part is told.")
    title, submit = _("Call off the dialogue"), _("Yes, call it off")
    return _form_page(request, dialogue, form, store, title, submit, said, dialogue.is_planned)


@require_http_methods(["GET", "POST"])
@signed_in
@guarded(COORDINATE)
def choose_facilitator(request: HttpRequest, pk: int) -> HttpResponse:
    """Somebody else guides it."""
    dialogue = get_dialogue_with(request.user, pk, COORDINATE)
    three = dialogue.places.values("person")
    facilitators = facilitators_of(dialogue.version.programme).exclude(pk__in=three)
    form = FacilitatorForm(
        request.POST or None, facilitators=facilitators, initial={"facilitator": dialogue.facilitator_id}
    )

    def store() -> Dialogue:
        facts = {"facilitator": form.cleaned_data["facilitator"]}
        return services.choose_facilitator(dialogue=dialogue, by=request.user, **facts)

    said = _("The facilitator is chosen. Everybody who takes part is told.")
    goes_on = dialogue.state in (Dialogue.State.PLANNED, Dialogue.State.HELD)
    return _form_page(request, dialogue, form, store, _("Choose the facilitator"), _("Choose"), said, goes_on)


@require_http_methods(["GET", "POST"])
@signed_in
@guarded(COORDINATE)
def more_time_to_reflect(request: HttpRequest, pk: int) -> HttpResponse:
    """Give all three more time for the final reflections."""
    dialogue = get_dialogue_with(request.user, pk, COORDINATE)
    form = MoreTimeToReflectForm(request.POST or None)

    def store() -> Dialogue:
        facts = {"due_at": form.due_at, "reason": form.cleaned_data["reason"]}
        return services.give_more_time_to_reflect(dialogue=dialogue, by=request.user, **facts)

    said = _("There is more time. All three hear of it.")
    title, submit = _("More time for the reflections"), _("Give more time")
    return _form_page(request, dialogue, form, store, title, submit, said, dialogue.is_reflected_on)


@require_http_methods(["GET", "POST"])
@signed_in
@guarded(COORDINATE)
def go_on_without(request: HttpRequest, pk: int, place: int) -> HttpResponse:
    """Asks why the others go on without somebody whose reflection is late."""
    dialogue = get_dialogue_with(request.user, pk, COORDINATE)
    late: DialoguePlace = found_in(
        DialoguePlace.objects.filter(pk__in=[it.pk for it in services.late_in(dialogue)], pk=place).select_related(
            "dialogue", "person"
        )
    )
    form = ReasonForm(request.POST or None)

    def store() -> Dialogue:
        return services.go_on_without(place=late, by=request.user, reason=form.cleaned_data["reason"])

    title = _("Go on without %(name)s") % {"name": late.person.name}
    return _form_page(request, dialogue, form, store, title, _("Go on without"), _("The others go on."), True)


def _of_programme(programme: Programme, person: Any) -> dict[str, Any]:
    ready = _ready(programme, person)
    version = services.newest_published(programme)
    wanted = version.people_in_dialogue if version else 3
    return {
        "programme": programme,
        "ready": [(it, in_words(days_of(it))) for it in ready],
        "groups": proposals_among(ready, wanted),
        "wanted": wanted,
    }


def _ready(programme: Programme, person: Any) -> list[CaseTheme]:
    return list(ready_in(programme, person)[:MOST_READY])


def _made_just_now(request: HttpRequest, programme: Programme) -> Dialogue | None:
    """The dialogue of just these people, when the button was pressed twice: then nobody of them is ready any more."""
    asked = {int(it) for it in request.POST.getlist("people") if it.isdecimal() and len(it) < 10}
    rows = Dialogue.objects.coordinated_by(request.user).planned().filter(version__programme=programme)
    places = DialoguePlace.objects.filter(dialogue__in=rows, theme__in=asked, is_open=True).select_related("dialogue")
    found = {it.dialogue_id: it.dialogue for it in places}
    whole = len(found) == 1 and len(places) == len(asked)
    return next(iter(found.values())) if whole else None


def _form_page(
    request: HttpRequest,
    dialogue: Dialogue,
    form: BaseForm,
    store: Callable[[], Any],
    title: str,
    submit: str,
    said: str,
    is_possible: bool,
) -> HttpResponse:
    """A page with one form about a dialogue; back to it when it is stored, or not possible (any more)."""
    if not is_possible:
        return redirect(dialogue)
    if form.is_valid() and stored(form, store):
        messages.success(request, said)
        return redirect(dialogue)
    context = {"dialogue": dialogue, "form": form, "title": title, "submit": submit}
    return render(request, "validation/dialogue/form.html", context, status=status_of(form))
