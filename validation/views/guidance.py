"""The intake and progress talks: planned by the coordinator, reported by who holds them, read by the participant."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from core.access import guarded, signed_in
from core.errors import DomainError, NotFound
from networks.views.forms import status_of, stored
from notifications.services import mark_read_about
from validation import services
from validation.calendar import guidance_invitation
from validation.errors import ReportChanged
from validation.forms.guidance import MoveGuidanceForm, PlanGuidanceForm, ReportForm
from validation.forms.talks import CancelTalkForm
from validation.guidance.reading import hosted_by, hosts_of, reports_of
from validation.guidance_policies import get_case_with_intake_for, get_guidance_for, get_guidance_with
from validation.models import GuidanceTalk, Scan
from validation.services.guidance import WHEN
from validation.states import STANDING_STILL

VISIBLE = "validation.visible_to"
COORDINATES, HOSTS, HAS = "validation.coordinate_guidance", "validation.host_guidance", "validation.have_guidance"
Kind = GuidanceTalk.Kind
KIND_OF = {"intake": Kind.INTAKE, "voortgang": Kind.PROGRESS}


@require_safe
@signed_in
def guidance(request: HttpRequest) -> HttpResponse:
    """The intakes and progress talks that the person holds."""
    return render(request, "validation/guidance/list.html", {"talks": hosted_by(request.user)})


@require_safe
@signed_in
@guarded(VISIBLE)
def guidance_talk(request: HttpRequest, pk: int) -> HttpResponse:
    """When, where and with whom; the report with its corrections, for who may read it."""
    talk = get_guidance_for(request.user, pk)
    mark_read_about(person=request.user, about=talk)
    hosts = request.user.has_perm(HOSTS, talk)
    is_own = talk.case.person_id == request.user.pk
    reports = reports_of(talk, request.user)
    context = {
        "talk": talk,
        "reports": reports,
        "hosts": hosts,
        "is_own": is_own,
        "coordinates": request.user.has_perm(COORDINATES, talk),
        "scans": Scan.objects.visible_to(request.user).filter(case=talk.case),
        "may_report": hosts and talk.has_begun and talk.case.state not in STANDING_STILL,
    }
    return render(request, "validation/guidance/talk.html", context)


@require_safe
@signed_in
@guarded(VISIBLE)
def guidance_calendar(request: HttpRequest, pk: int) -> HttpResponse:
    """The talk as a calendar file, for who takes part."""
    talk = get_guidance_with(request.user, pk, HOSTS, HAS)
    _method, content = guidance_invitation(talk, request.user, publish=True)
    answer = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="gesprek-{talk.pk}.ics"'
    answer["Cache-Control"] = "private, no-store"
    return answer


@require_http_methods(["GET", "POST"])
@signed_in
@guarded("validation.coordinate_case")
def plan_guidance(request: HttpRequest, case: int, kind: str) -> HttpResponse:
    """The coordinator plans the intake, or a progress talk."""
    found = get_case_with_intake_for(request.user, case)
    if kind not in KIND_OF:
        raise NotFound
    of_kind = KIND_OF[kind]
    if planned := found.guidance_talks.planned().filter(kind=of_kind).first():
        return redirect(planned)
    if found.state != WHEN[of_kind]:
        raise NotFound
    form = PlanGuidanceForm(request.POST or None, case=found, kind=of_kind)

    def store() -> GuidanceTalk:
        facts = {"host": form.cleaned_data["host"]} | form.when_where
        return services.plan_guidance(case=found, by=request.user, kind=of_kind, **facts)

    if form.is_valid() and (talk := stored(form, store)):
        messages.success(request, _("It is planned. Everybody who takes part is told."))
        return redirect(talk)
    title = _("Plan the intake") if of_kind == Kind.INTAKE else _("Plan a progress talk")
    context = {"case": found, "form": form, "title": title, "has_hosts": hosts_of(found, of_kind).exists()}
    return render(request, "validation/guidance/plan.html", context, status=status_of(form))


@require_http_methods(["GET", "POST"])
@signed_in
@guarded(COORDINATES)
def move_guidance(request: HttpRequest, pk: int) -> HttpResponse:
    """Another time or place; everybody who takes part is told."""
    talk = get_guidance_with(request.user, pk, COORDINATES)
    form = MoveGuidanceForm(request.POST or None, talk=talk)

    def store() -> GuidanceTalk:
        facts = form.when_where | {"reason": form.cleaned_data["reason"]}
        return services.move_guidance(talk=talk, by=request.user, **facts)

    said = _("The talk is changed. Everybody who takes part is told.")
    return _form_page(request, talk, form, store, _("Move the talk"), _("Store"), said)


@require_http_methods(["GET", "POST"])
@signed_in
@guarded(VISIBLE)
def cancel_guidance(request: HttpRequest, pk: int) -> HttpResponse:
    """Asks why, and calls it off."""
    talk = get_guidance_with(request.user, pk, COORDINATES, HAS)
    form = CancelTalkForm(request.POST or None)

    def store() -> GuidanceTalk:
        return services.cancel_guidance(talk=talk, by=request.user, reason=form.cleaned_data["reason"])

    said = _("The talk is off. Everybody who takes part is told.")
    return _form_page(request, talk, form, store, _("Call off the talk?"), _("Yes, call it off"), said)


@require_http_methods(["GET", "POST"])
@signed_in
@guarded(HOSTS)
def report_guidance(request: HttpRequest, pk: int) -> HttpResponse:
    """Write the report, or correct it."""
    talk = get_guidance_with(request.user, pk, HOSTS)
    if not talk.has_begun or talk.case.state in STANDING_STILL:
        return redirect(talk)
    last = talk.reports.prefetch_related("estimates").first()
    form = ReportForm(request.POST or None, talk=talk, last=last)
    if form.is_valid() and _reported(request, talk, form):
        return redirect(talk)
    context = {"talk": talk, "form": form, "last": last}
    return render(request, "validation/guidance/report.html", context, status=status_of(form))


def _reported(request: HttpRequest, talk: GuidanceTalk, form: ReportForm) -> bool:
    try:
        services.report_guidance(talk=talk, by=request.user, **form.facts)
    except ReportChanged as error:
        form.refuse(error)
        newest = talk.reports.values_list("number", flat=True).first() or 0
        form.data = form.data.copy()
        form.data["read"] = str(newest)  # who sends it again has seen the other
        return False
    except DomainError as error:
        form.refuse(error)
        return False
    messages.success(request, _("The report is stored. %(name)s is told.") % {"name": talk.case.person.name})
    return True


def _form_page(
    request: HttpRequest, talk: GuidanceTalk, form: Any, store: Callable[[], Any], title: str, submit: str, said: str
) -> HttpResponse:
    """A page with one form about a talk that is to come; back to it when it is stored, or not possible (any more)."""
    if not talk.is_planned:
        return redirect(talk)
    if form.is_valid() and stored(form, store):
        messages.success(request, said)
        return redirect(talk)
    context = {"talk": talk, "form": form, "title": title, "submit": submit}
    return render(request, "validation/guidance/form.html", context, status=status_of(form))
