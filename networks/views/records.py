"""What a facilitator can look up and take along: the log of the network, and tables for a spreadsheet program."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from core.access import signed_in
from core.spreadsheets import spreadsheet
from networks import services
from networks.exports import EXPORTS
from networks.forms.exports import ExportForm
from networks.logbook import sentence, who
from networks.models import LogEntry
from networks.policies import get_cockpit_for

LINES_A_PAGE = 50


@never_cache
@require_safe
@signed_in
def log(request: HttpRequest, slug: str) -> HttpResponse:
    """Who did what and when, the newest first. over: only this subject; page: which part."""
    network = get_cockpit_for(request.user, slug)
    chosen = request.GET.get("over", "")
    entries = LogEntry.objects.filter(network=network).select_related("by", "about")
    if chosen in LogEntry.Subject.values:
        entries = entries.filter(subject=chosen)
    page = Paginator(entries, LINES_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "network": network,
        "room": "cockpit",
        "lines": [(entry, who(entry), sentence(entry)) for entry in page],
        "page_obj": page,
        "subjects": LogEntry.Subject.choices,
        "chosen": chosen,
    }
    return render(request, "networks/log.html", context)


@never_cache
@require_http_methods(["GET", "POST"])
@signed_in
def export(request: HttpRequest, slug: str) -> HttpResponse:
    """The tables that one can take along; posting the name of one and a format gives the file."""
    network = get_cockpit_for(request.user, slug)
    form = ExportForm(request.POST or None)
    if form.is_valid():
        table, format_ = EXPORTS[form.cleaned_data["table"]], form.cleaned_data["format"]
        rows = services.export_table(network=network, export=table, format_=format_, by=request.user)
        return spreadsheet(f"{network.slug}-{table.name}", rows, format_)
    context = {"network": network, "room": "cockpit", "form": form, "exports": EXPORTS.values()}
    return render(request, "networks/exports.html", context, status=422 if form.is_bound else 200)
