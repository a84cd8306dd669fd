"""The participant's own cases: an overview, one case with its timeline, and the steps of the whole case."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from core.access import guarded, signed_in
from core.errors import DomainError, NotFound
from networks.views.forms import status_of
from validation import services
from validation.browsing import version_with_rules
from validation.course import STEPS
from validation.dialogue.reading import dialogues_in
from validation.errors import StepImpossible
from validation.forms.starting import AddThemeForm
from validation.guidance.reading import guidance_in
from validation.models import Case
from validation.policies import get_own_case_for
from validation.reading import deadlines_of, own_cases, themes_of, timeline_of
from validation.states import Route

OWN = "validation.write_portfolio"
# The steps of a case that its participant takes on the own pages, in this order.
OF_PARTICIPANT = ("resume", "undo_withdrawal", "continue", "complete", "pause", "withdraw")


@require_safe
@signed_in
def portfolio(request: HttpRequest) -> HttpResponse:
    """Everything that the person has validated."""
    return render(request, "validation/portfolio.html", {"cases": own_cases(request.user)})


@require_safe
@signed_in
@guarded(OWN)
def case(request: HttpRequest, case: int) -> HttpResponse:
    """One case: its themes, what is asked, and what happened."""
    own = get_own_case_for(request.user, case)
    open_steps = services.case_steps_open_to(request.user, own)
    context = {
        "case": own,
        "themes": themes_of(own),
        "deadlines": deadlines_of(own, request.user),
        "events": timeline_of(own, request.user),
        "dues": own.dues.select_related("theme__theme"),
        "steps": [(step, STEPS[step]) for step in OF_PARTICIPANT if step in open_steps],
        "dialogues": dialogues_in(own),
        "guidance": guidance_in(own) if own.route == Route.INTAKE else [],
        "newer": services.newest_published(own.version.programme) != own.version,
    }
    return render(request, "validation/case.html", context)


@require_safe
@signed_in
@guarded(OWN)
def rules(request: HttpRequest, case: int) -> HttpResponse:
    """The rules under which the person started: they stay, whatever the programme changes."""
    own = get_own_case_for(request.user, case)
    return render(request, "validation/rules.html", {"case": own, "version": version_with_rules(own.version)})


@require_http_methods(["GET", "POST"])
@signed_in
@guarded(OWN)
def add_theme(request: HttpRequest, case: int) -> HttpResponse:
    """Work on one more theme."""
    own = get_own_case_for(request.user, case)
    form = AddThemeForm(request.POST or None, case=own)
    if form.is_valid():
        try:
            added = services.add_theme(case=own, by=request.user, **form.cleaned_data)
        except DomainError as error:
            form.refuse(error)
        else:
            messages.success(request, _("The theme is added."))
            return redirect(added)
    return render(request, "validation/add_theme.html", {"case": own, "form": form}, status=status_of(form))


@require_http_methods(["GET", "POST"])
@signed_in
@guarded(OWN)
def case_step(request: HttpRequest, case: int, step: str) -> HttpResponse:
    """Ask, where there is something to ask, and take a step with the whole case."""
    own = get_own_case_for(request.user, case)
    if step not in OF_PARTICIPANT:
        raise NotFound
    if request.method == "GET":
        return asked(request, own, own, step)
    services.move_case(case=own, step=step, by=request.user)
    messages.success(request, STEPS[step].done)
    return redirect(own)


def asked(request: HttpRequest, case: Case, about: Any, step: str) -> HttpResponse:
    """The page that asks before a step is taken. Raises StepImpossible when it cannot be taken now."""
    open_steps = (
        services.case_steps_open_to(request.user, about)
        if isinstance(about, Case)
        else services.steps_open_to(request.user, about)
    )
    if step not in open_steps:
        raise StepImpossible
    context = {"case": case, "about": about, "step": step, "words": STEPS[step]}
    return render(request, "validation/step.html", context)
