"""One assessor's own assessment: a form that is kept while one types, and handing it in once."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from core.access import guarded, signed_in
from core.errors import DomainError
from networks.views.forms import status_of
from resources.views.writing import number_in
from resources.writing.clashes import ELSEWHERE, Clash
from validation import services
from validation.assessing.assessed import Assessed, own_of
from validation.errors import AssessmentClosed, AssessmentElsewhere, AssessmentIncomplete
from validation.forms.assessing import AssessForm, values_of
from validation.models import Outcome
from validation.views.assessed_frame import ASSESS, assessed_for, assessed_page

BESIDE = {"version", "serial", "window"}


@require_http_methods(["GET", "POST"])
@signed_in
@guarded(ASSESS)
def assess(request: HttpRequest, pk: int) -> HttpResponse:
    """Assess per criterion and as a whole; once handed in it is only read."""
    row = assessed_for(request, pk)
    if not row.may_write:
        if request.method == "POST":
            raise AssessmentClosed
        return assessed_page(request, row, "own", "assess", {"own": own_of(request.user, row.submission)})
    form = _form(row, request.POST if request.method == "POST" else None)
    clashes: list[Clash] = []
    if form.is_valid():
        try:
            saved = services.save_assessment(submission=row.submission, by=request.user, **form.facts)
        except AssessmentElsewhere as error:
            form.refuse(error)
            clashes = _clashes(request, row, form)
            form.read(error.serial)  # who saves again has seen the other text
        except DomainError as error:
            form.refuse(error)
        else:
            if request.POST.get("action") != "hand_in":
                messages.success(request, _("Saved. Nobody else reads it before you hand it in."))
                return redirect("validation:assess", pk)
            if not (lacking := services.lacking_of(saved, row.theme)):
                return redirect("validation:hand_in_assessment", pk)
            form.refuse(AssessmentIncomplete(errors=lacking))
            form.read(saved.serial)
    context = {"form": form, "clashes": clashes, **_standing(request, row)}
    return assessed_page(request, row, "assess", "assess", context, status=status_of(form))


@require_POST
@signed_in
@guarded(ASSESS)
def keep_assessment(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep what is typed so far; answers how far it is.

    409 with the other texts when another window wrote something else meanwhile; 422 when it cannot be kept.
    """
    row = assessed_for(request, pk)
    form = _form(row, request.POST)
    if not form.is_valid():
        return HttpResponse(status=422)
    try:
        saved = services.save_assessment(submission=row.submission, by=request.user, **form.facts)
        answer, serial = render(request, "validation/assessing/panel.html", _standing(request, row)), saved.serial
    except AssessmentElsewhere as error:
        context = {"clashes": _clashes(request, row, form)}
        answer, serial = render(request, "resources/writing/clashes.html", context, status=409), error.serial
    answer["X-Serial"], answer["X-Version"] = str(serial), "0"
    return answer


@require_http_methods(["GET", "POST"])
@signed_in
@guarded(ASSESS)
def hand_in_assessment(request: HttpRequest, pk: int) -> HttpResponse:
    """Asks before it is handed in, as it never changes after that."""
    row = assessed_for(request, pk)
    if not row.may_write:
        return redirect("validation:assess", pk)
    own = own_of(request.user, row.submission)
    if own is None or services.lacking_of(own, row.theme):
        messages.error(request, str(AssessmentIncomplete.message))
        return redirect("validation:assess", pk)
    if request.method == "GET":
        return assessed_page(request, row, "hand_in", "assess", {"own": own})
    try:
        services.hand_in_assessment(submission=row.submission, by=request.user, serial=number_in(request, "serial"))
    except DomainError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("Your assessment is handed in. You hear when all assessments are in."))
    return redirect("validation:assess", pk)


def _form(row: Assessed, data: Any) -> AssessForm:
    initial = {"version": 0, "serial": row.own.serial if row.own else 0, **values_of(row.own)}
    return AssessForm(data, criteria=services.criteria_of(row.theme), initial=initial)


def _standing(request: HttpRequest, row: Assessed) -> dict[str, Any]:
    """How much is needed before it can be handed in, and how much of it is there as it is stored now."""
    needed = 2 * services.criteria_of(row.theme).count() + 2
    own = own_of(request.user, row.submission)
    lacking = len(services.lacking_of(own, row.theme)) if own else needed
    return {"needed": needed, "lacking": lacking, "there": max(0, needed - lacking)}


def _clashes(request: HttpRequest, row: Assessed, form: AssessForm) -> list[Clash]:
    """Each field that says something else than what is stored."""
    values = values_of(own_of(request.user, row.submission))
    found = []
    for name in (*values, *(it for it in form.fields if it not in values)):
        typed, stored = str(form.cleaned_data.get(name) or "").strip(), values.get(name, "")
        if name not in BESIDE and typed != stored:
            words = dict(Outcome.choices).get(stored, stored)
            found.append(Clash(name, form[name].label, ELSEWHERE, stored, str(words)))
    return found
