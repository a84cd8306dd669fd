"""The own register points: all of them, until when they count, and what was learned elsewhere."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from core.access import guarded, signed_in
from networks.views.forms import status_of, stored
from validation import services
from validation.forms.points import LearningForm, RegistrationForm
from validation.talk_policies import get_own_learning_for
from validation.wallet import wallet_of

OWN = "the person’s own"


@require_safe
@signed_in
def points(request: HttpRequest) -> HttpResponse:
    """The total, where it comes from, and how long is left."""
    return render(request, "validation/points/points.html", {"wallet": wallet_of(request.user)})


@require_http_methods(["GET", "POST"])
@signed_in
@guarded(OWN)
def set_registration(request: HttpRequest) -> HttpResponse:
    """Say until when one is registered."""
    form = RegistrationForm(request.POST or None, initial={"until": wallet_of(request.user).until})
    if form.is_valid() and stored(form, lambda: services.set_registration(by=request.user, **form.cleaned_data)):
        messages.success(request, _("The day is stored."))
        return redirect("validation:points")
    return _page(request, form, _("Until when are you registered?"))


@require_http_methods(["GET", "POST"])
@signed_in
@guarded(OWN)
def add_learning(request: HttpRequest) -> HttpResponse:
    """Note points from elsewhere; a form that is sent twice notes them once."""
    form = LearningForm(request.POST or None)
    if form.is_valid() and stored(form, lambda: services.note_learning(by=request.user, **form.cleaned_data)):
        messages.success(request, _("It is noted."))
        return redirect("validation:points")
    return _page(request, form, _("Note formal learning"))


@require_http_methods(["GET", "POST"])
@signed_in
@guarded(OWN)
def remove_learning(request: HttpRequest, pk: int) -> HttpResponse:
    """Asks before it goes."""
    learning = get_own_learning_for(request.user, pk)
    if request.method == "POST":
        services.remove_learning(learning=learning, by=request.user)
        messages.success(request, _("It is removed."))
        return redirect("validation:points")
    return render(request, "validation/points/remove.html", {"learning": learning})


def _page(request: HttpRequest, form: Any, title: str) -> HttpResponse:
    return render(request, "validation/points/form.html", {"form": form, "title": title}, status=status_of(form))
