"""What is owed in the programmes that somebody coordinates: the list, one amount, and a file for the administration."""

from collections.abc import Iterator
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Sum
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_http_methods, require_safe

from core.access import guarded, signed_in
from core.errors import DomainError, NotFound
from core.spreadsheets import Format, spreadsheet
from networks.views.forms import status_of
from validation import services
from validation.errors import DueChanged
from validation.forms.fees import DueForm
from validation.models import Due, Programme, Standing
from validation.policies import coordinates_anything, get_due_for
from validation.querysets import DueQuerySet

COORDINATE = "validation.coordinate_case"
A_PAGE = 25


@require_safe
@signed_in
@guarded(COORDINATE)
def dues(request: HttpRequest) -> HttpResponse:
    """All amounts; `standing` and `programme` narrow the list, and `format` gives what is listed as a file."""
    if not coordinates_anything(request.user):
        raise NotFound
    rows, narrowed = _narrowed(request)
    if request.GET.get("format") in Format.values:
        return spreadsheet(_("costs"), _table(rows.with_facts()), Format(request.GET["format"]))
    context = {
        "page_obj": Paginator(rows.with_facts(), A_PAGE).get_page(request.GET.get("page")),
        "total": rows.aggregate(total=Sum("amount"))["total"] or 0,
        "standings": Standing.choices,
        "programmes": Programme.objects.coordinated_by(request.user),
        **narrowed,
    }
    return render(request, "validation/coordinating/dues.html", context)


@require_http_methods(["GET", "POST"])
@signed_in
@guarded(COORDINATE)
def due(request: HttpRequest, pk: int) -> HttpResponse:
    """Note the invoice, the payment, or why nothing is charged."""
    row = get_due_for(request.user, pk)
    form = DueForm.of(row, request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            services.keep_due(due=row, by=request.user, **form.cleaned_data)
        except DomainError as error:
            form.refuse(error)
            if isinstance(error, DueChanged):
                form.read(get_due_for(request.user, pk))
        else:
            messages.success(request, _("Stored."))
            return redirect("validation:dues")
    context = {"due": row, "form": form}
    return render(request, "validation/coordinating/due.html", context, status=status_of(form))


def _narrowed(request: HttpRequest) -> tuple[DueQuerySet, dict[str, Any]]:
    """The amounts that are asked for, the newest first, and by what they were narrowed."""
    rows: DueQuerySet = Due.objects.coordinated_by(request.user).order_by("-since", "-pk")
    standing, slug = request.GET.get("standing", ""), request.GET.get("programme", "")
    if standing in Standing.values:
        rows = rows.standing(standing)
    programme = Programme.objects.coordinated_by(request.user).filter(slug=slug[:100]).first() if slug else None
    if programme is not None:
        rows = rows.filter(case__version__programme=programme)
    return rows, {
        "standing": standing if standing in Standing.values else "",
        "programme": programme,
        "is_narrowed": programme is not None or standing in Standing.values,
    }


def _table(rows: DueQuerySet) -> Iterator[list[Any]]:
    yield [
        _("Participant"),
        _("School"),
        _("BRIN number"),
        _("Programme"),
        _("Theme"),
        pgettext("costs", "For what"),
        _("Time"),
        _("Amount in euro"),
        _("Since"),
        _("Purchase order number"),
        _("Invoice number"),
        _("Invoiced on"),
        _("Paid on"),
        _("Not charged, because"),
        _("State"),
        _("VAT"),
    ]
    for it in rows.iterator(chunk_size=500):
        case = it.case
        yield [
            case.person.name,
            case.school.name,
            case.school.brin,
            case.version.programme.label,
            it.theme.theme.label if it.theme else "",
            it.get_kind_display(),
            it.turn,
            float(it.amount),
            it.since.date(),
            case.purchase_number,
            it.invoice_number,
            it.invoiced_on,
            it.paid_on,
            it.waived_reason,
            it.standing.label,
            case.version.worded_vat,
        ]
