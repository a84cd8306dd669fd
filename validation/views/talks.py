"""The participant's side of a talk: choosing a moment, and what came of it."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from core.access import guarded, signed_in
from core.errors import NotFound
from networks.views.forms import status_of, stored
from validation import services
from validation.calendar import invitation
from validation.forms.talks import CancelTalkForm, PickForm
from validation.models import CaseTheme, Talk
from validation.states import AWAITING_TALK, TALKING, Route
from validation.talk_policies import get_talk_for
from validation.talking import held_about, open_talk_of, slots_for
from validation.views.cases import OWN
from validation.views.frame import theme_for, theme_page


@require_http_methods(["GET", "POST"])
@signed_in
@guarded(OWN)
def own_talk(request: HttpRequest, case: int, theme: int) -> HttpResponse:
    """When and where the talk is, or the moments to choose from; and how earlier ones went."""
    own = theme_for(request, case, theme)
    talk, held = open_talk_of(own), held_about(own)
    if own.case.route == Route.DIALOGUE or (own.state not in TALKING and not held):
        raise NotFound
    if request.method == "POST" and talk:
        return redirect("validation:own_talk", case, theme)  # pressed twice, or in two windows
    chooses = own.state in AWAITING_TALK and own.case.moves
    form = PickForm(request.POST or None, theme=own, slots=slots_for(own)) if chooses else None
    if form and form.is_valid() and _picked(request, own, form):
        return redirect("validation:own_talk", case, theme)
    context = {"talk": talk, "held": held, "form": form, "chooses": chooses}
    return theme_page(request, own, "talk/own", "own_talk", context, status=status_of(form) if form else 200)


def _picked(request: HttpRequest, own: CaseTheme, form: PickForm) -> bool:
    facts = {"slot": form.cleaned_data["slot"], "with_companion": bool(form.cleaned_data.get("with_companion"))}
    if not stored(form, lambda: services.pick_slot(theme=own, by=request.user, **facts)):
        return False
    messages.success(request, _("The talk is planned. You get a mail with an invitation for your calendar."))
    return True


@require_http_methods(["GET", "POST"])
@signed_in
@guarded(OWN)
def cancel_own_talk(request: HttpRequest, case: int, theme: int) -> HttpResponse:
    """The participant cannot come; another moment can be chosen."""
    own = theme_for(request, case, theme)
    talk = open_talk_of(own)
    if talk is None:
        raise NotFound
    form = CancelTalkForm(request.POST or None)
    if form.is_valid() and stored(
        form, lambda: services.cancel_talk(talk=talk, by=request.user, reason=form.cleaned_data["reason"])
    ):
        messages.success(request, _("The talk is off. Your assessors hear of it."))
        return redirect("validation:own_talk", case, theme)
    return cancelling(request, talk, form, "validation:own_talk", (case, theme))


def cancelling(
    request: HttpRequest, talk: Talk, form: CancelTalkForm, back: str, args: tuple[Any, ...]
) -> HttpResponse:
    """The page that asks why a talk is called off."""
    context = {"talk": talk, "form": form, "back_url": reverse(back, args=args)}
    return render(request, "validation/talk/cancel.html", context, status=status_of(form))


@require_safe
@signed_in
@guarded("validation.visible_to")
def talk_calendar(request: HttpRequest, talk: int) -> HttpResponse:
    """The talk as a calendar file, for who takes part in it."""
    found = get_talk_for(request.user, talk)
    theme = found.about.all()[0].theme
    name = "validation:own_talk" if found.case.person_id == request.user.pk else "validation:talk_of"
    args = [theme.case_id, theme.pk] if name == "validation:own_talk" else [theme.pk]
    _method, content = invitation(found, request.user, url=reverse(name, args=args), publish=True)
    answer = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="gesprek-{found.pk}.ics"'
    answer["Cache-Control"] = "private, no-store"
    return answer
