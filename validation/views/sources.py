"""The list of sources."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from core.access import guarded, signed_in
from networks.views.forms import status_of, stored
from validation import services
from validation.forms.materials import SourceForm
from validation.portfolio.apa import address_of, as_apa
from validation.portfolio.content import portfolio_of
from validation.views.cases import OWN
from validation.views.frame import row_of, theme_for, theme_page, theme_to_write


@require_safe
@signed_in
@guarded(OWN)
def sources(request: HttpRequest, case: int, theme: int) -> HttpResponse:
    """The sources as they stand in the list, in APA."""
    own = theme_for(request, case, theme)
    portfolio = portfolio_of(own)
    lines = [(it, as_apa(it), address_of(it)) for it in portfolio.sources]
    return theme_page(request, own, "sources", "sources", {"lines": lines}, portfolio=portfolio)


@require_http_methods(["GET", "POST"])
@signed_in
@guarded(OWN)
def add_source(request: HttpRequest, case: int, theme: int) -> HttpResponse:
    """Note a source; a form that is sent twice notes one."""
    own = theme_to_write(request, case, theme)
    form = SourceForm(request.POST or None)
    if form.is_valid() and stored(
        form, lambda: services.add_source(theme=own, by=request.user, key=form.cleaned_data["key"], **form.facts)
    ):
        messages.success(request, _("The source is noted."))
        return redirect("validation:sources", own.case_id, own.pk)
    context = {"form": form, "title": _("Note a source")}
    return theme_page(request, own, "source_form", "sources", context, status=status_of(form))


@require_http_methods(["GET", "POST"])
@signed_in
@guarded(OWN)
def change_source(request: HttpRequest, case: int, theme: int, pk: int) -> HttpResponse:
    """Change what was noted."""
    own = theme_to_write(request, case, theme)
    source = row_of(own.sources, pk, own)
    form = SourceForm(request.POST or None, instance=source)
    if form.is_valid() and stored(form, lambda: services.change_source(source=source, by=request.user, **form.facts)):
        messages.success(request, _("The source is stored."))
        return redirect("validation:sources", own.case_id, own.pk)
    context = {"form": form, "source": source, "title": _("Change the source")}
    return theme_page(request, own, "source_form", "sources", context, status=status_of(form))


@require_POST
@signed_in
@guarded(OWN)
def remove_source(request: HttpRequest, case: int, theme: int, pk: int) -> HttpResponse:
    """It goes out of the list."""
    own = theme_to_write(request, case, theme)
    services.remove_material(row=row_of(own.sources, pk, own), by=request.user)
    messages.success(request, _("The source is removed."))
    return redirect("validation:sources", own.case_id, own.pk)
