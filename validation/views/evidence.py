"""Pieces of evidence with their relevant part, appendices, and the files of both."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from core.access import guarded, signed_in
from core.errors import NotFound
from core.files import download
from networks.views.forms import status_of, stored
from validation import services
from validation.forms.materials import EvidenceForm, MaterialForm
from validation.models import CaseTheme
from validation.portfolio.content import portfolio_of
from validation.portfolio.provenance import changed_since
from validation.views.cases import OWN
from validation.views.frame import row_of, theme_for, theme_page, theme_to_write


@require_safe
@signed_in
@guarded(OWN)
def evidence(request: HttpRequest, case: int, theme: int) -> HttpResponse:
    """The pieces, and what goes along as an appendix."""
    own = theme_for(request, case, theme)
    portfolio = portfolio_of(own)
    changed = changed_since(portfolio.evidence, request.user)
    return theme_page(request, own, "evidence", "evidence", {"changed": changed}, portfolio=portfolio)


@require_http_methods(["GET", "POST"])
@signed_in
@guarded(OWN)
def add_evidence(request: HttpRequest, case: int, theme: int) -> HttpResponse:
    """Add a piece; a form that is sent twice adds one."""
    own = theme_to_write(request, case, theme)
    form = EvidenceForm(request.POST or None, request.FILES or None, theme=own)
    if form.is_valid() and stored(
        form, lambda: services.add_evidence(theme=own, by=request.user, key=form.cleaned_data["key"], **form.facts)
    ):
        messages.success(request, _("The piece of evidence is added."))
        return _to_list(own)
    context = {"form": form, "title": _("Add evidence")}
    return theme_page(request, own, "evidence_form", "evidence", context, status=status_of(form))


@require_http_methods(["GET", "POST"])
@signed_in
@guarded(OWN)
def change_evidence(request: HttpRequest, case: int, theme: int, pk: int) -> HttpResponse:
    """Change a piece, or tell more of it."""
    own = theme_to_write(request, case, theme)
    piece = row_of(own.evidence.select_related("section", "competency"), pk, own)
    form = EvidenceForm(request.POST or None, request.FILES or None, theme=own, evidence=piece)
    if form.is_valid() and stored(
        form, lambda: services.change_evidence(evidence=piece, by=request.user, **form.facts)
    ):
        messages.success(request, _("The piece of evidence is stored."))
        return _to_list(own)
    context = {"form": form, "piece": piece, "title": _("Change the piece of evidence")}
    return theme_page(request, own, "evidence_form", "evidence", context, status=status_of(form))


@require_http_methods(["GET", "POST"])
@signed_in
@guarded(OWN)
def remove_evidence(request: HttpRequest, case: int, theme: int, pk: int) -> HttpResponse:
    """Asks before it goes."""
    own = theme_to_write(request, case, theme)
    return _remove(request, own, row_of(own.evidence, pk, own))


@require_POST
@signed_in
@guarded(OWN)
def to_appendices(request: HttpRequest, case: int, theme: int, pk: int) -> HttpResponse:
    """A piece too many goes along as an appendix."""
    own = theme_to_write(request, case, theme)
    services.move_to_appendices(evidence=row_of(own.evidence, pk, own), by=request.user)
    messages.success(request, _("It goes along as an appendix."))
    return _to_list(own)


@require_http_methods(["GET", "POST"])
@signed_in
@guarded(OWN)
def add_appendix(request: HttpRequest, case: int, theme: int) -> HttpResponse:
    """Add something that goes along; its words do not count."""
    own = theme_to_write(request, case, theme)
    form = MaterialForm(request.POST or None, request.FILES or None)
    if form.is_valid() and stored(form, lambda: services.add_appendix(theme=own, by=request.user, **form.cleaned_data)):
        messages.success(request, _("The appendix is added."))
        return _to_list(own)
    context = {"form": form, "title": _("Add an appendix")}
    return theme_page(request, own, "appendix_form", "evidence", context, status=status_of(form))


@require_http_methods(["GET", "POST"])
@signed_in
@guarded(OWN)
def remove_appendix(request: HttpRequest, case: int, theme: int, pk: int) -> HttpResponse:
    """Asks before it goes."""
    own = theme_to_write(request, case, theme)
    return _remove(request, own, row_of(own.appendices, pk, own))


@require_safe
@signed_in
@guarded(OWN)
def evidence_file(request: HttpRequest, case: int, theme: int, pk: int) -> HttpResponse:
    """Download the file of a piece."""
    own = theme_for(request, case, theme)
    return _file(request, row_of(own.evidence, pk, own))


@require_safe
@signed_in
@guarded(OWN)
def appendix_file(request: HttpRequest, case: int, theme: int, pk: int) -> HttpResponse:
    """Download the file of an appendix."""
    own = theme_for(request, case, theme)
    return _file(request, row_of(own.appendices, pk, own))


def _file(request: HttpRequest, row: Any) -> HttpResponse:
    if not row.file:
        raise NotFound
    return download(request, row.file, name=row.name, content_type=row.content_type)


def _remove(request: HttpRequest, own: CaseTheme, row: Any) -> HttpResponse:
    if request.method == "POST":
        services.remove_material(row=row, by=request.user)
        messages.success(request, _("It is removed."))
        return _to_list(own)
    return render(request, "validation/remove_material.html", {"row": row, "theme": own, "case": own.case})


def _to_list(own: CaseTheme) -> HttpResponse:
    return redirect("validation:evidence", own.case_id, own.pk)
