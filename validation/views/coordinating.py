"""Where a coordinator sees who is how far, gives themes to assessors and gives more time."""

from datetime import date, datetime, time
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.models import User
from core.access import guarded, signed_in
from core.doors import found_in
from core.errors import NotFound
from networks.views.forms import status_of, stored
from networks.walltime import at_school
from notifications.services import mark_read_about
from validation import coordinating, services
from validation.assessing.fitness import Proposal
from validation.coordinating import ASKS
from validation.figures import figures_of
from validation.forms.coordinating import AssignForm, MoreTimeForm, ThirdForm
from validation.guidance.reading import guidance_in
from validation.models import CaseTheme, Programme
from validation.policies import coordinates_anything, get_coordinated_theme_for
from validation.reading import timeline_of
from validation.states import STANDING_STILL, TALKING, Route, ThemeState

COORDINATE = "validation.coordinate_case"
A_PAGE, MOST_EVENTS = 25, 30
LAST_MINUTE = time(23, 59)


@require_safe
@signed_in
@guarded(COORDINATE)
def coordinating_list(request: HttpRequest) -> HttpResponse:
    """The themes of the programmes that the person coordinates; `state` and `programme` narrow the list."""
    if not coordinates_anything(request.user):
        raise NotFound
    state, slug = request.GET.get("state", ""), request.GET.get("programme", "")
    themes = coordinating.coordinated_by(request.user)
    if state in ThemeState.values:
        themes = themes.filter(state=state)
    programmes = list(Programme.objects.coordinated_by(request.user))
    if programme := next((it for it in programmes if it.slug == slug), None):
        themes = themes.filter(case__version__programme=programme)
    rows = coordinating.listed(coordinating.with_what_they_ask(themes))
    page = Paginator(rows, A_PAGE).get_page(request.GET.get("page"))
    context = {
        "page_obj": page,
        "lines": [(it, ASKS.get(it.asks)) for it in page],
        "states": ThemeState.choices,
        "programmes": programmes,
        "state": state,
        "programme": programme,
        "has_dialogues": any(it.route == Route.DIALOGUE for it in programmes),
        "is_narrowed": bool(programme or state in ThemeState.values),
    }
    return render(request, "validation/coordinating/list.html", context)


@require_safe
@signed_in
@guarded(COORDINATE)
def coordinated_theme(request: HttpRequest, case: int, theme: int) -> HttpResponse:
    """One theme: who assesses it, until when, and what happened in the case."""
    found = get_coordinated_theme_for(request.user, case, theme)
    mark_read_about(person=request.user, about=found)
    asked = coordinating.with_what_they_ask(CaseTheme.objects.filter(pk=found.pk)).get()
    undecided = coordinating.undecided_of(found)
    context = {
        "asks": ASKS.get(asked.asks),
        "step": asked.asks,
        "assessors": coordinating.assessors_of(found),
        "undecided": undecided,
        "may_assign": may_assign(found) and undecided is None,
        "may_find_third": asked.asks == coordinating.FIND_THIRD,
        "deadlines": coordinating.deadlines_of_participant(found),
        "submissions": found.submissions.defer("content").order_by("-number"),
        "has_talk": found.state in TALKING and found.case.route != Route.DIALOGUE,
        "dialogue": found.dialogue_places.filter(left_at=None).order_by("-pk").select_related("dialogue").first(),
        "guidance": guidance_in(found.case) if found.case.route == Route.INTAKE else [],
        "others": [it for it in found.case.themes.all() if it.pk != found.pk],
        "events": timeline_of(found.case, request.user)[:MOST_EVENTS],
    }
    return _page(request, found, "theme", context)


@require_safe
@signed_in
@guarded(COORDINATE)
def figures(request: HttpRequest) -> HttpResponse:
    """How far themes are, who has how much to do, how far assessors agree; of the first programme, or `programme`."""
    programmes = list(Programme.objects.coordinated_by(request.user))
    if not programmes:
        raise NotFound
    slug = request.GET.get("programme", "")
    programme = next((it for it in programmes if it.slug == slug), programmes[0])
    context = {"programmes": programmes, "programme": programme, "figures": figures_of(programme)}
    return render(request, "validation/coordinating/figures.html", context)


@require_http_methods(["GET", "POST"])
@signed_in
@guarded(COORDINATE)
def assign(request: HttpRequest, case: int, theme: int) -> HttpResponse:
    """Give the theme to assessors, or to other ones than before."""
    found = get_coordinated_theme_for(request.user, case, theme)
    if request.method == "GET" and (not may_assign(found) or coordinating.undecided_of(found)):
        return redirect(found.coordinate_url)
    proposals = services.propose_assessors(theme=found, by=request.user)
    wanted = services.assessors_wanted(found.case.version)
    form = AssignForm(request.POST or None, proposals=proposals, initial={"people": _proposed(proposals, wanted)})
    if form.is_valid():
        people, reason = _chosen(proposals, form.cleaned_data["people"]), form.cleaned_data["reason"]
        give = services.assign_assessors
        if stored(form, lambda: give(theme=found, by=request.user, people=people, reason=reason)):
            messages.success(request, _("The assessors are asked. They hear until when they have."))
            return redirect(found.coordinate_url)
    context = {"form": form, "wanted": wanted, "title": _("Give it assessors"), "replaces": _assesses_any(proposals)}
    return _page(request, found, "assign", context, status=status_of(form))


@require_http_methods(["GET", "POST"])
@signed_in
@guarded(COORDINATE)
def assign_third(request: HttpRequest, case: int, theme: int) -> HttpResponse:
    """Give the theme to a third assessor too."""
    found = get_coordinated_theme_for(request.user, case, theme)
    undecided = coordinating.undecided_of(found)
    if undecided is None or undecided.third_asked_at is None:
        return redirect(found.coordinate_url)
    before = set(found.roles.assessing().values_list("person", flat=True))
    proposals = [it for it in services.propose_assessors(theme=found, by=request.user) if it.person.pk not in before]
    form = ThirdForm(request.POST or None, proposals=proposals)
    if form.is_valid():
        person, reason = _chosen(proposals, [form.cleaned_data["people"]])[0], form.cleaned_data["reason"]
        give = services.assign_third_assessor
        if stored(form, lambda: give(theme=found, by=request.user, person=person, reason=reason)):
            messages.success(request, _("The third assessor is asked."))
            return redirect(found.coordinate_url)
    context = {"form": form, "wanted": 1, "title": _("Find a third assessor"), "asked": undecided}
    return _page(request, found, "assign", context, status=status_of(form))


@require_http_methods(["GET", "POST"])
@signed_in
@guarded(COORDINATE)
def more_time_to_assess(request: HttpRequest, case: int, theme: int) -> HttpResponse:
    """Give the assessors of a theme more time, all of them alike."""
    found = get_coordinated_theme_for(request.user, case, theme)
    until = max((it.until for it in coordinating.assessors_of(found) if it.until), default=None)
    if found.state != ThemeState.ASSESSING or until is None:
        return redirect(found.coordinate_url)
    form = MoreTimeForm(request.POST or None)
    give = services.give_more_time_to_assess
    if form.is_valid() and stored(form, lambda: give(theme=found, by=request.user, **_given(form))):
        messages.success(request, _("There is more time. Whom it is about hears of it."))
        return redirect(found.coordinate_url)
    context = {"form": form, "until": until, "title": _("More time to assess"), "for_all": True}
    return _page(request, found, "more_time", context, status=status_of(form))


@require_http_methods(["GET", "POST"])
@signed_in
@guarded(COORDINATE)
def more_time(request: HttpRequest, case: int, theme: int, pk: int) -> HttpResponse:
    """Give the participant more time for something."""
    found = get_coordinated_theme_for(request.user, case, theme)
    deadline = found_in(found.case.deadlines.open().filter(person=found.case.person_id, pk=pk))
    form = MoreTimeForm(request.POST or None)
    extend = services.extend_deadline
    if form.is_valid() and stored(form, lambda: extend(deadline=deadline, by=request.user, **_given(form))):
        messages.success(request, _("There is more time. Whom it is about hears of it."))
        return redirect(found.coordinate_url)
    context = {"form": form, "until": deadline.due_at, "deadline": deadline, "title": _("More time")}
    return _page(request, found, "more_time", context, status=status_of(form))


def may_assign(theme: CaseTheme) -> bool:
    """Whether assessors can be given to it, as it stands."""
    states = (ThemeState.SUBMITTED, ThemeState.ASSESSING)
    return theme.state in states and theme.case.state not in STANDING_STILL


def _page(
    request: HttpRequest, theme: CaseTheme, template: str, context: dict[str, Any], *, status: int = 200
) -> HttpResponse:
    shown = {"theme": theme, "case": theme.case} | context
    return render(request, f"validation/coordinating/{template}.html", shown, status=status)


def _proposed(proposals: list[Proposal], wanted: int) -> list[int]:
    """Who is ticked beforehand: those who assess it, or else who fits best and has nothing against."""
    own = [it.person.pk for it in proposals if it.assesses]
    return own or [it.person.pk for it in proposals if not it.against][:wanted]


def _chosen(proposals: list[Proposal], chosen: list[int]) -> list[User]:
    return [it.person for it in proposals if it.person.pk in chosen]


def _assesses_any(proposals: list[Proposal]) -> bool:
    return any(it.assesses for it in proposals)


def _given(form: MoreTimeForm) -> dict[str, Any]:
    day: date = form.cleaned_data["day"]
    last: datetime = at_school(day, LAST_MINUTE)
    return {"due_at": last, "reason": form.cleaned_data["reason"]}
