"""From the platform into the portfolio: choosing of the own work, and what of it goes along as evidence."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from core.access import guarded, signed_in
from core.errors import NotFound
from networks.views.forms import status_of, stored
from validation import services
from validation.forms.taking import LookForm, TakeForm
from validation.portfolio.content import portfolio_of
from validation.portfolio.own_work import KINDS, found
from validation.portfolio.provenance import taken_of
from validation.reading import themes_to_fill
from validation.services.taking import own_piece
from validation.views.cases import OWN
from validation.views.frame import theme_page, theme_to_write

PER_PAGE = 20


@require_safe
@signed_in
@guarded(OWN)
def own_work(request: HttpRequest, case: int, theme: int) -> HttpResponse:
    """The own work on the platform by kind, to choose from."""
    own = theme_to_write(request, case, theme)
    form = LookForm(request.GET)
    asked = form.cleaned_data if form.is_valid() else {"kind": "", "q": ""}
    kind = KINDS[asked["kind"] or next(iter(KINDS))]
    page = Paginator(found(kind, request.user, asked["q"]), PER_PAGE).get_page(request.GET.get("page"))
    portfolio = portfolio_of(own)
    context = {
        "kind": kind,
        "kinds": KINDS.values(),
        "words": asked["q"],
        "page_obj": page,
        "pieces": [kind.piece(row) for row in page],
        "taken": taken_of(portfolio.evidence, kind.key),
    }
    return theme_page(request, own, "own_work", "evidence", context, portfolio=portfolio)


@require_http_methods(["GET", "POST"])
@signed_in
@guarded(OWN)
def take(request: HttpRequest, case: int, theme: int, kind: str, pk: int) -> HttpResponse:
    """Look at one piece, leave out what should not go along, and freeze it as evidence."""
    own = theme_to_write(request, case, theme)
    piece = own_piece(request.user, _known(kind), pk)
    form = TakeForm(request.POST or None, piece=piece)
    if form.is_valid() and (
        row := stored(
            form, lambda: services.take_along(theme=own, by=request.user, kind=kind, pk=pk, **form.cleaned_data)
        )
    ):
        messages.success(request, _("It is in your portfolio. Now tell what it supports."))
        return redirect("validation:change_evidence", own.case_id, own.pk, row.pk)
    portfolio = portfolio_of(own)
    taken = piece.pk in taken_of(portfolio.evidence, kind)
    context = {"form": form, "piece": piece, "kind": KINDS[kind], "taken": taken}
    return theme_page(request, own, "take", "evidence", context, status=status_of(form), portfolio=portfolio)


@require_safe
@signed_in
def into_portfolio(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    """From a piece of the own work: which theme does it go to? With one theme that is no question."""
    piece = own_piece(request.user, _known(kind), pk)
    themes = themes_to_fill(request.user)
    if len(themes) == 1:
        return redirect("validation:take", themes[0].case_id, themes[0].pk, kind, pk)
    return render(request, "validation/into_portfolio.html", {"piece": piece, "kind": KINDS[kind], "themes": themes})


def _known(kind: str) -> str:
    if kind not in KINDS:
        raise NotFound
    return kind
