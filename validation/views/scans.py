"""The 360° scan of one's own case, its report, and taking it over into the portfolio."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from core.access import guarded, signed_in
from core.doors import found_in
from networks.views.forms import status_of, stored
from notifications.services import mark_read_about
from validation import services
from validation.forms.scans import RespondentForm, SheetForm
from validation.models import Scan, ScanGroup, ScanSheet
from validation.policies import theme_in
from validation.scan.picture import picture_of
from validation.scan.reading import report_of, themes_read_by
from validation.scan_policies import get_open_scan_for, get_own_scanned_case_for, get_scan_report_for
from validation.views.cases import OWN

VISIBLE = "validation.visible_to"


@require_safe
@signed_in
@guarded(OWN)
def scan(request: HttpRequest, case: int) -> HttpResponse:
    """The scan of the case: what it is, who is asked, and the way to its report."""
    own = get_own_scanned_case_for(request.user, case)
    running = own.scans.filter(closed_at=None).first()
    context = {
        "case": own,
        "scan": running,
        "closed": own.scans.closed(),
        "groups": _asked_in(running) if running else [],
        "has_own": running is not None and running.sheets.filter(group="").exists(),
        "least": own.version.scan_group_least,
        "may_open": services.may_open_scan(own),
    }
    return render(request, "validation/scan/scan.html", context)


@require_POST
@signed_in
@guarded(OWN)
def open_scan(request: HttpRequest, case: int) -> HttpResponse:
    """Begin one."""
    services.open_scan(case=get_own_scanned_case_for(request.user, case), by=request.user)
    messages.success(request, _("The scan is open. Ask people of each group."))
    return redirect("validation:scan", case)


@require_http_methods(["GET", "POST"])
@signed_in
@guarded(OWN)
def ask_respondent(request: HttpRequest, case: int) -> HttpResponse:
    """Ask somebody."""
    own = get_open_scan_for(request.user, case)
    form = RespondentForm(request.POST or None, initial={"group": request.GET.get("group", "")})
    if form.is_valid() and stored(
        form, lambda: services.ask_respondent(scan=own, by=request.user, **form.cleaned_data)
    ):
        messages.success(request, _("%(name)s gets a mail with a link.") % {"name": form.cleaned_data["name"]})
        return redirect("validation:scan", case)
    context = {"case": own.case, "form": form, "title": _("Ask somebody"), "submit": _("Ask")}
    return render(request, "validation/scan/form.html", context, status=status_of(form))


@require_http_methods(["GET", "POST"])
@signed_in
@guarded(OWN)
def withdraw_respondent(request: HttpRequest, case: int, pk: int) -> HttpResponse:
    """Asks before somebody is asked no longer, as an address is asked once."""
    own = get_open_scan_for(request.user, case)
    row = found_in(own.respondents.filter(pk=pk))
    row.scan = own
    if request.method == "POST":
        services.withdraw_respondent(respondent=row, by=request.user)
        messages.success(request, _("%(name)s is asked no longer.") % {"name": row.name})
        return redirect("validation:scan", case)
    return render(request, "validation/scan/withdraw.html", {"asked": row, "case": own.case})


@require_http_methods(["GET", "POST"])
@signed_in
@guarded(OWN)
def own_sheet(request: HttpRequest, case: int) -> HttpResponse:
    """What the participant finds of the own leadership."""
    own = get_open_scan_for(request.user, case)
    known = ScanSheet.objects.filter(scan=own, group="").first()
    form = SheetForm(request.POST or None, scan=own, initial=known.values if known else {})
    if form.is_valid() and stored(form, lambda: services.fill_in_own(scan=own, by=request.user, values=form.values)):
        messages.success(request, _("Your own view is stored."))
        return redirect("validation:scan", case)
    context = {"case": own.case, "form": form, "title": _("How do you see yourself?"), "submit": _("Store")}
    return render(request, "validation/scan/form.html", context, status=status_of(form))


@require_http_methods(["GET", "POST"])
@signed_in
@guarded(OWN)
def close_scan(request: HttpRequest, case: int) -> HttpResponse:
    """Asks before it is closed, as that is for good."""
    own = get_open_scan_for(request.user, case)
    if request.method == "POST":
        closed = services.close_scan(scan=own, by=request.user)
        messages.success(request, _("The scan is closed. This is its report."))
        return redirect(closed)
    context = {"case": own.case, "scan": own, "least": own.case.version.scan_group_least}
    return render(request, "validation/scan/close.html", context)


@require_safe
@signed_in
@guarded(VISIBLE)
def scan_report(request: HttpRequest, pk: int) -> HttpResponse:
    """What was counted, in a picture and in tables, as far as it is for this reader."""
    found = get_scan_report_for(request.user, pk)
    mark_read_about(person=request.user, about=found)
    is_own = found.case.person_id == request.user.pk
    own = "" if is_own else found.case.person.name
    shown = report_of(found, themes_read_by(request.user, found), own)
    themes = [it for it in found.case.themes.all() if it.theme.key in _keys(found)] if is_own else []
    for it in themes:
        it.case = found.case
    context = {
        "scan": found,
        "case": found.case,
        "shown": shown,
        "picture": picture_of(shown),
        "is_own": is_own,
        "may_open": is_own and services.may_open_scan(found.case),
        "taking": [it for it in themes if it.is_being_written] if shown.groups else [],
    }
    return render(request, "validation/scan/report.html", context)


@require_POST
@signed_in
@guarded(OWN)
def take_scan(request: HttpRequest, case: int, theme: int, pk: int) -> HttpResponse:
    """Take the results over into the portfolio of a theme."""
    own = get_own_scanned_case_for(request.user, case)
    found = found_in(own.scans.closed().filter(pk=pk))
    found.case = own
    piece = services.take_scan(scan=found, theme=theme_in(own, theme), by=request.user)
    messages.success(request, _("The results are in your portfolio. Tell which part matters and what it supports."))
    return redirect("validation:change_evidence", case, theme, piece.pk)


def _asked_in(scan: Scan) -> list[tuple[str, str, list[object]]]:
    """Who is asked, by group; nothing of who answered."""
    asked = list(scan.respondents.filter(withdrawn_at=None).order_by("name", "pk"))
    return [(key, str(label), [it for it in asked if it.group == key]) for key, label in ScanGroup.choices]


def _keys(scan: Scan) -> set[str]:
    return {it["theme"] for it in scan.report.get("questions", [])}
