from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from core.access import signed_in
from core.errors import DomainError
from schools import services
from schools.models import Employment, School

MOST_RESULTS = 20


@require_GET
@signed_in
def employments(request: HttpRequest) -> HttpResponse:
    """Where the person works, and finding another school (`q`) to add; `next` leads back to where it was needed."""
    text = request.GET.get("q", "").replace("\x00", "").strip()[:100]
    own = Employment.objects.running().filter(person=request.user).primary_first().select_related("school__board")
    found = School.objects.matching(text).exclude(pk__in=own.values("school")).select_related("board")
    return render(
        request,
        "schools/employments.html",
        {"employments": own, "q": text, "schools": found[:MOST_RESULTS], "next": _safe_next(request.GET.get("next"))},
    )


@require_POST
@signed_in
def start(request: HttpRequest) -> HttpResponse:
    """Add the school with the BRIN number `brin`."""
    try:
        employment = services.start_employment(
            person=request.user,
            school=services.get_school(request.POST.get("brin", "")),
            job=request.POST.get("job", "").strip(),
        )
    except DomainError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("You work at %(school)s.") % {"school": employment.school})
    return redirect(_safe_next(request.POST.get("next")) or "schools:employments")


@require_POST
@signed_in
def choose(request: HttpRequest, employment: int) -> HttpResponse:
    """This is the person's primary school."""
    chosen = services.get_employment_for(request.user, employment)
    services.choose_primary(employment=chosen)
    messages.success(request, _("%(school)s is your main school.") % {"school": chosen.school})
    return redirect("schools:employments")


@require_POST
@signed_in
def end(request: HttpRequest, employment: int) -> HttpResponse:
    """The person no longer works there."""
    ended = services.get_employment_for(request.user, employment)
    services.end_employment(employment=ended)
    messages.success(request, _("You no longer work at %(school)s.") % {"school": ended.school})
    return redirect("schools:employments")


def _safe_next(address: str | None) -> str:
    """The address when it is on this site; never one that a header cannot hold."""
    if address and address.startswith("/") and url_has_allowed_host_and_scheme(address, allowed_hosts=None):
        return address
    return ""
