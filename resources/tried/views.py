"""Telling how it went, and deciding what others read of it."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from core.access import guarded, signed_in
from core.errors import NotAllowed
from networks.views.forms import status_of, stored, with_version
from resources.models import Trial
from resources.policies import can_see, reviews_anything
from resources.tried import services
from resources.tried.forms import DecisionForm, ObjectionForm, TrialForm
from resources.tried.policies import (
    get_own_trial,
    get_practice_to_try,
    get_published_trial,
    get_reported_practice_for,
    get_trial_to_judge,
)
from schools.models import School

PER_PAGE = 25


@never_cache
@require_http_methods(["GET", "POST"])
@signed_in
@guarded("resources.report_trial")
def try_it(request: HttpRequest, slug: str) -> HttpResponse:
    """Report that one's school tried this practice, or change what one reported."""
    practice = get_practice_to_try(request.user, slug)
    own = get_own_trial(request.user, practice)
    form = TrialForm(request.POST or None, person=request.user, trial=own)

    def report() -> object:
        return services.report_trial(practice=practice, by=request.user, **form.cleaned_data)

    if request.method == "POST" and form.is_valid() and stored(form, report):
        messages.success(request, _("Thank you! Somebody reads it first; you hear as soon as others can read it."))
        return redirect(practice)
    context = {
        "practice": practice,
        "trial": own,
        "form": form,
        "works": School.objects.of(request.user).exists(),
        "submit": _("Save the change") if own else _("Send it"),
    }
    return render(request, "resources/tried/try.html", context, status=status_of(form))


@never_cache
@require_http_methods(["GET", "POST"])
@signed_in
@guarded("resources.report_trial")
def take_back(request: HttpRequest, slug: str) -> HttpResponse:
    """Ask, and take the own report back; a second press finds it gone already."""
    practice = get_reported_practice_for(request.user, slug)
    sees = can_see.test(request.user, practice)
    back = practice.get_absolute_url() if sees else reverse("resources:library")
    if request.method == "POST":
        services.take_back(practice=practice, by=request.user)
        messages.success(request, _("Your report is taken back."))
    elif get_own_trial(request.user, practice):
        title = practice.title if sees else _("A practice that is no longer in the library.")
        return render(request, "resources/tried/take_back.html", {"title": title, "back": back})
    return redirect(back)


@never_cache
@require_safe
@signed_in
def queue(request: HttpRequest) -> HttpResponse:
    """Reports that wait for this person, the longest waiting first."""
    if not reviews_anything(request.user):
        raise NotAllowed
    waiting = Trial.objects.to_judge(request.user).with_facts()
    page = Paginator(waiting, PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "resources/tried/queue.html", {"page_obj": page})


@never_cache
@require_http_methods(["GET", "POST"])
@signed_in
@guarded("resources.judge_trial")
def judge(request: HttpRequest, pk: int) -> HttpResponse:
    """Read a report; publish it, or decline it with a reason."""
    trial = get_trial_to_judge(request.user, pk)
    form = DecisionForm(request.POST or None, initial={"version": trial.version})
    if request.method == "POST" and form.is_valid():
        if stored(form, lambda: services.judge_trial(trial=trial, by=request.user, **form.cleaned_data)):
            messages.success(request, _("Your decision is stored, and who it concerns is told."))
            return redirect("resources:trials")
        with_version(form, trial.version)
    objections = trial.objections.filter(settled_at=None).select_related("by")
    context = {"trial": trial, "form": form, "objections": objections}
    return render(request, "resources/tried/judge.html", context, status=status_of(form))


@never_cache
@require_http_methods(["GET", "POST"])
@signed_in
@guarded("resources.object_to_trial")
def object_to(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that a published report should not stand there."""
    trial = get_published_trial(request.user, pk)
    form = ObjectionForm(request.POST or None)

    def complain() -> object:
        return services.object_to(trial=trial, by=request.user, **form.cleaned_data)

    if request.method == "POST" and form.is_valid() and stored(form, complain):
        messages.success(request, _("Thank you. Somebody who keeps the library looks at it."))
        return redirect(trial.practice)
    context = {"trial": trial, "practice": trial.practice, "form": form, "submit": _("Send it")}
    return render(request, "resources/tried/object.html", context, status=status_of(form))
